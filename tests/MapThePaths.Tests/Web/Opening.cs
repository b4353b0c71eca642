using System.Text.Json;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary><c>mtpdu</c> alone: the page in a window of its own.</summary>
public sealed class Opening : IDisposable
{
    private readonly Mtpdu _program = new();
    private readonly TemporaryFolder _tools = new();

    public Opening()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for a browser is a script.");
        _program.With("PATH", $"{_tools.Path}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
    }

    [Fact]
    public async Task The_page_opens_in_a_window_with_a_profile_of_its_own()
    {
        Install("google-chrome", "sleep 60");
        await using var page = await _program.StartPageAsync();

        var told = await ToldAsync("google-chrome");

        Assert.Contains($"--app={page.Start}", told, StringComparer.Ordinal);
        Assert.Contains($"--user-data-dir={Path.Combine(_program.Home, "window")}", told, StringComparer.Ordinal);
        Assert.DoesNotContain(told, argument => argument.Contains("sandbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_does_not_start_is_replaced_by_the_default_one()
    {
        Install("google-chrome", "exit 1");
        Install("xdg-open", "exit 0");
        await using var page = await _program.StartPageAsync();

        Assert.Equal(page.Start.ToString(), Assert.Single(await ToldAsync(OperatingSystem.IsMacOS() ? "open" : "xdg-open")));
    }

    [Fact]
    public async Task A_second_start_opens_the_page_that_is_served_already()
    {
        Install("google-chrome", "exit 0");
        await using var page = await _program.StartPageAsync();

        var second = (await _program.RunForPeopleAsync()).Ends(0);
        var address = (await ToldAsync("google-chrome")).Select(argument => argument.Replace("--app=", "", StringComparison.Ordinal)).First(argument => argument.StartsWith("http", StringComparison.Ordinal));

        Assert.StartsWith(page.Origin.ToString(), address, StringComparison.Ordinal);
        Assert.NotEqual(page.Start.ToString(), address);
        Assert.Contains("running already", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_was_killed_does_not_keep_the_next_one_from_opening()
    {
        Install("google-chrome", "exit 0");
        var killed = await _program.StartPageAsync();
        killed.Kill();
        await killed.DisposeAsync();

        await using var page = await _program.StartPageAsync();

        Assert.NotEqual(killed.Start, page.Start);
        Assert.Equal(JsonValueKind.Object, (await page.GetAsync("/api/sequences")).ValueKind);
    }

    public void Dispose()
    {
        _program.Dispose();
        _tools.Dispose();
    }

    // Writes down what it was told, whole or not at all.
    private void Install(string name, string then)
    {
        var path = _tools.Save(name, System.Text.Encoding.UTF8.GetBytes(
            $"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{_tools[name]}.coming'\nmv '{_tools[name]}.coming' '{_tools[name]}.told'\n{then}\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private async Task<string[]> ToldAsync(string name)
    {
        while (!File.Exists(_tools[name + ".told"]))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return await File.ReadAllLinesAsync(_tools[name + ".told"], TestContext.Current.CancellationToken);
    }
}
