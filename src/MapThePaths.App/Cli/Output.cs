using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Destinations;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MapThePaths.App.Cli;

/// <summary>
/// Where a verb's words go. With <c>--json</c> standard output carries nothing but JSON lines, and words for people go to standard error.
/// </summary>
internal sealed class Output
{
    // A table that is piped into a file should not be broken at eighty columns.
    private const int WidthOfPipes = 200;

    private readonly Lock _gate = new();
    private readonly IAnsiConsole _errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public Output(bool json)
    {
        Json = json;
        IsTerminal = !(json ? Console.IsErrorRedirected : Console.IsOutputRedirected);
        People = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(json ? Console.Error : Console.Out),
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal && !HasNoColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!IsTerminal)
        {
            People.Profile.Width = WidthOfPipes;
        }
    }

    // The user's wish in all programs (no-color.org).
    private static bool HasNoColor => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public bool Json { get; }

    /// <summary>Whether a person watches: bars may move and questions may be asked.</summary>
    public bool IsTerminal { get; }

    /// <summary>Whether bars may move: also that no JSON lines go to the same screen.</summary>
    public bool ShowsBars => IsTerminal && (!Json || Console.IsOutputRedirected);

    /// <summary>A bar moves just now; what is written beside it goes by the console that moves it, or it would be written over.</summary>
    public bool HasBar { get; set; }

    /// <summary>Whether people are told what to do next with a sequence; in practice it is soon gone.</summary>
    public bool TellsSteps { get; set; } = true;

    /// <summary>Words for people.</summary>
    public IAnsiConsole People { get; }

    /// <summary>One JSON line; nothing without <c>--json</c>.</summary>
    public void Line(JsonLine line)
    {
        if (Json)
        {
            lock (_gate)
            {
                Console.Out.WriteLine(line.ToJson());
            }
        }
    }

    /// <summary>One line for people. In a pipe or file it stays whole, so that a command in it can be copied.</summary>
    public void Say(string text)
    {
        if (!IsTerminal)
        {
            SayWhole(text);
            return;
        }

        lock (_gate)
        {
            // Before it is broken into lines: the writer behind would not know the halves of a secret.
            Show(new Text(Redaction.Of(text) + "\n"));
        }
    }

    /// <summary>A line for people that the following ones belong to.</summary>
    public void Title(string text)
    {
        lock (_gate)
        {
            People.Write(new Text(Redaction.Of(text) + "\n", new Style(decoration: Decoration.Bold)));
        }
    }

    /// <summary>A line for people that must not be broken, such as an address.</summary>
    public void SayWhole(string text)
    {
        lock (_gate)
        {
            People.Profile.Out.Writer.WriteLine(text);
        }
    }

    public void Say(IRenderable table) => Show(table);

    /// <summary>What went wrong and what to do, on standard error.</summary>
    public void Complain(string text)
    {
        lock (_gate)
        {
            if (Console.IsErrorRedirected)
            {
                Console.Error.WriteLine($"mtpdu: {text}");
            }
            else
            {
                ShowComplaint(new Text(Redaction.Of($"mtpdu: {text}") + "\n"));
            }
        }
    }

    private void ShowComplaint(Text text)
    {
        if (HasBar)
        {
            Show(text);
        }
        else
        {
            _errors.Write(text);
        }
    }

    private void Show(IRenderable words) => People.Write(HasBar && People.Profile.Capabilities.Ansi ? new AboveBar(words) : words);
}
