using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Emulator;

public sealed class KeptState : IDisposable
{
    private static readonly byte[] Photo = TinyJpeg.Described(50.9, -0.5, "2023_05_10_10_00_00_250");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mtpdu-test-");
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_later_emulator_on_the_same_folder_goes_on_with_all_of_it()
    {
        var before = await WithEmulatorAsync(async client =>
        {
            await client.PublishAsync("p", Photo);
            await client.SendBytesAsync("half.jpg", 0, Photo[..50], ("X-Entity-Length", "1000"));
            return new Before(client.Addresses.AccessToken, (await client.StateAsync()).Json.GetProperty("clusters").GetRawText());
        });

        var after = await WithEmulatorAsync(async client =>
        {
            Assert.Equal(50, (await client.OffsetAsync("half.jpg")).Offset);
            Assert.Single((await client.GraphAsync("/images?creator_username=practice")).Data);
            return new Before(client.Addresses.AccessToken, (await client.StateAsync()).Json.GetProperty("clusters").GetRawText());
        });

        Assert.Equal(before, after);
    }

    [Fact]
    public async Task A_handle_still_works_after_a_restart()
    {
        var manifest = await WithEmulatorAsync(async client =>
            await client.UploadAsync("uuid_m.json", RawClient.Manifest(await client.UploadAsync("a.jpg", Photo))));

        Assert.Equal(200, (await WithEmulatorAsync(client => client.FinishAsync(manifest))).Status);
    }

    [Fact]
    public async Task A_line_torn_by_a_kill_is_forgotten()
    {
        await WithEmulatorAsync(client => client.PublishAsync("p", Photo));
        var journal = Path.Combine(_folder.FullName, "journal.jsonl");
        await File.AppendAllTextAsync(journal, """{"$type":"finish_cal""", TestContext.Current.CancellationToken);

        await WithEmulatorAsync(client => client.PublishAsync("q", Photo));
        var calls = await WithEmulatorAsync(async client => (await client.StateAsync()).Json.GetProperty("finish_calls").GetArrayLength());

        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task Two_emulators_cannot_hold_one_folder()
    {
        await using var first = await EmulatorServer.StartAsync(Options, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IOException>(() => EmulatorServer.StartAsync(Options, TestContext.Current.CancellationToken));
    }

    private EmulatorOptions Options => new() { StateFolder = _folder.FullName, TimeProvider = _clock };

    private async Task<T> WithEmulatorAsync<T>(Func<RawClient, Task<T>> act)
    {
        await using var server = await EmulatorServer.StartAsync(Options, TestContext.Current.CancellationToken);
        using var client = new RawClient(server);
        return await act(client);
    }

    private sealed record Before(string Token, string Clusters);
}
