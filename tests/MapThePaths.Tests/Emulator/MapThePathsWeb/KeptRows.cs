using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

public sealed class KeptRows : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mtpdu-test-");
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_later_emulator_on_the_same_folder_goes_on_with_tokens_and_rows()
    {
        var before = await StateAfterAsync(async wire =>
        {
            await wire.PostFormAsync("/api/v1/mapillary/token/verify", ("mapillary_token", "a.b.c"));
            await wire.PostFormAsync("/api/v1/sequence/import");
        });

        Assert.Equal(before, await StateAfterAsync(_ => Task.CompletedTask));
        Assert.Contains("practice", before, StringComparison.Ordinal);
        Assert.DoesNotContain("a.b.c", before, StringComparison.Ordinal);
    }

    private async Task<string> StateAfterAsync(Func<WebWire, Task> act)
    {
        var options = new EmulatorOptions { StateFolder = _folder.FullName, TimeProvider = _clock };
        await using var server = await EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken);
        using var client = new RawClient(server);
        var wire = new WebWire(client);
        await act(wire);
        return wire.Bearer + (await client.StateAsync()).Json.GetProperty("mtpw").GetRawText();
    }
}
