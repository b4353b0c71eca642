using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>A program that serves its page, and a person who opened it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    // Generous: the machine may be busy. Nothing waits for it to pass.
    private const float LongestWait = 60_000;

    private readonly Conversation _program;
    private readonly List<string> _asked = [];
    private bool _isOver;

    private Visit(Conversation program, IPage page, Uri start)
    {
        _program = program;
        Page = page;
        Origin = start.GetLeftPart(UriPartial.Authority);
        page.Context.Request += (_, request) => _asked.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Of the page, without a slash at the end.</summary>
    public string Origin { get; }

    /// <summary>Of the program, until now.</summary>
    public TimeSpan ProcessorTime => _program.ProcessorTime;

    /// <summary>What the browser asked others than the program for.</summary>
    public IEnumerable<string> AskedElsewhere =>
        _asked.Where(url => !url.StartsWith(Origin + "/", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal));

    /// <summary>Starts the program and opens the address that it prints.</summary>
    public static async Task<Visit> BeginAsync(Mtpdu mtpdu, IPage page, params string[] options)
    {
        var program = mtpdu.Begin(["serve", "--no-open", .. options]);
        var start = await program.PageAsync();
        var visit = new Visit(program, page, start);
        page.SetDefaultTimeout(LongestWait);
        await page.GotoAsync(start.AbsoluteUri);
        return visit;
    }

    public Task GoToAsync(string path) => Page.GotoAsync(Origin + path);

    public Task ClickAsync(string button) => OrTellAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());

    public Task FollowAsync(string link) => OrTellAsync(Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());

    public Task SaysAsync(string text) => OrTellAsync(Page.GetByText(text, new() { Exact = true }).First.WaitForAsync());

    /// <summary>Waits until the life lines shown say this of just so many photos.</summary>
    public async Task CountsAsync(int photos, string state)
    {
        await SaysAsync("Where each photo is");
        var rows = Page.GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByText(state, new() { Exact = true }) });
        await Assertions.Expect(rows).ToHaveCountAsync(photos, new() { Timeout = LongestWait });
    }

    /// <summary>Goes the whole way with the sample photos, by clicks.</summary>
    public async Task PractiseAsync()
    {
        await ClickAsync("Practise first");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Open the sequence" }).WaitForAsync();
        await SaysAsync("Done");
    }

    /// <summary>From the list of sequences through the assistant, by clicks and a typed path.</summary>
    public async Task ImportAsync(string folder)
    {
        await LookAtAsync(folder);
        await ClickAsync("Describe it");
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Lake walk");
        await ClickAsync("Earth");
        await ClickAsync("Walk");
        await ClickAsync("Import");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Send it" }).WaitForAsync();
    }

    /// <summary>The first half of it: until the program has told what it found there.</summary>
    public async Task LookAtAsync(string folder)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "New sequence" }).ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Path of a folder" }).FillAsync(folder);
        await ClickAsync("Open");
        await ClickAsync("Take this folder");
        await ClickAsync("Look at the photos");
    }

    /// <summary>From the page for sending.</summary>
    public async Task SendToAsync(string destination)
    {
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = destination, Exact = true }).CheckAsync();
        await ClickAsync("Send now");
    }

    /// <summary>Ends the program as by <c>kill -9</c>; the browser stays.</summary>
    public async Task KillAsync()
    {
        _isOver = true;
        await _program.KillAsync();
    }

    // What was waited for did not come: what is there instead?
    private async Task OrTellAsync(Task wait)
    {
        try
        {
            await wait;
        }
        catch (TimeoutException tooLong)
        {
            throw new TimeoutException($"{tooLong.Message}\nThe page says:\n{await Page.InnerTextAsync("body")}", tooLong);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isOver)
        {
            await _program.InterruptAsync();
        }

        await _program.DisposeAsync();
    }
}
