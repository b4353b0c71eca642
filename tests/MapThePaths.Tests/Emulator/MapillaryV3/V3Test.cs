using System.Text.Json;

namespace MapThePaths.Tests.Emulator.MapillaryV3;

public abstract class V3Test : EmulatorTest
{
    private protected V3Wire Wire => field ??= new V3Wire(Client);

    private protected async Task<JsonElement> StateOfAsync(JsonElement session) =>
        (await Client.StateAsync()).Json.GetProperty("v3_sessions").EnumerateArray()
            .Single(one => one.GetProperty("key").GetString() == V3Wire.Key(session));

    private protected static byte[] At(string time, double latitude = 50.9, string more = "") =>
        TinyJpeg.Described(latitude, -0.5, "2020_09_12_" + time, more);
}
