using System.Text.Json;
using MapThePaths.Tests.Emulator.MapillaryV3;

namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

public abstract class WebTest : EmulatorTest
{
    private protected WebWire Wire => field ??= new WebWire(Client);

    private protected V3Wire Mapillary => field ??= new V3Wire(Client);

    private protected string MapillaryToken => Client.Addresses.V3.AccessToken;

    /// <summary>The key of a new sequence of two images at Mapillary.</summary>
    private protected async Task<string> SequenceKeyAsync(string time = "10")
    {
        var before = await KeysAsync();
        await Mapillary.UploadAsync(Photo(time + "_00_00_000"), Photo(time + "_00_01_000"));
        return (await KeysAsync()).Except(before).Single();
    }

    private protected async Task<IReadOnlyList<JsonElement>> RowsAsync() =>
        [.. (await Client.StateAsync()).Json.GetProperty("mtpw").GetProperty("sequences").EnumerateArray()];

    private protected async Task<JsonElement> OnlyRowAsync() => Assert.Single(await RowsAsync());

    private protected async Task<int> CallsAsync(string target) =>
        (await Client.StateAsync()).Json.GetProperty("calls").TryGetProperty(target, out var count) ? count.GetInt32() : 0;

    private protected static string[] Tags(JsonElement row) => [.. row.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)];

    /// <summary>§3: a refusal is 200 with an error and a status that is false.</summary>
    private protected static void AssertRefused(string error, Reply reply)
    {
        Assert.Equal(200, reply.Status);
        Assert.Equal($$"""{"error":"{{error}}","status":false}""", reply.Text);
    }

    private protected static void AssertCrashed(Reply reply)
    {
        Assert.Equal(500, reply.Status);
        Assert.StartsWith("text/html", reply.Headers["Content-Type"], StringComparison.Ordinal);
    }

    /// <summary>§3: another serializer, and a status that is a word.</summary>
    private protected static string AssertSucceeded(string message, Reply reply)
    {
        Assert.Equal(200, reply.Status);
        Assert.StartsWith($$"""{"status": "success", "message": "{{message}}", "unique_id": """, reply.Text, StringComparison.Ordinal);
        return reply.Json.GetProperty("unique_id").GetString()!;
    }

    private static byte[] Photo(string time) => TinyJpeg.Described(50.9, -0.5, "2020_09_12_" + time);

    private async Task<IReadOnlyList<string>> KeysAsync() =>
        [.. (await Mapillary.FeaturesAsync("/sequences")).Select(sequence => sequence.GetProperty("properties").GetProperty("key").GetString()!)];
}
