using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Emulator.MapillaryV3;

public sealed class KeptSessions : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mtpdu-test-");
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_later_emulator_on_the_same_folder_goes_on_with_tokens_sessions_and_images()
    {
        var photo = TinyJpeg.Described(50.9, -0.5, "2020_09_12_10_00_00_000");
        var (bearer, open, state) = await WithEmulatorAsync(async (client, wire) =>
        {
            await wire.UploadAsync(photo);
            var half = await wire.OpenAsync();
            await wire.SendAsync(half, "a.jpg", photo);
            return (wire.Bearer, V3Wire.Key(half), await StateAsync(client));
        });

        await WithEmulatorAsync(async (client, wire) =>
        {
            Assert.Equal((bearer, state), (wire.Bearer, await StateAsync(client)));
            Assert.Single(await wire.FeaturesAsync("/sequences"));
            var half = (await wire.GetAsync("/me/uploads/" + open)).Json;
            Assert.Equal(204, (await wire.SendAsync(half, "b.jpg", photo)).Status);
            return (await wire.PublishAsync(half)).Status;
        });
    }

    private static async Task<string> StateAsync(RawClient client) => (await client.StateAsync()).Json.GetProperty("v3_sessions").GetRawText();

    private async Task<T> WithEmulatorAsync<T>(Func<RawClient, V3Wire, Task<T>> act)
    {
        var options = new EmulatorOptions { StateFolder = _folder.FullName, TimeProvider = _clock };
        await using var server = await EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken);
        using var client = new RawClient(server);
        return await act(client, new V3Wire(client));
    }
}
