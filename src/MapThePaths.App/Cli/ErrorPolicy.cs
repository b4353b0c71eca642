using System.CommandLine;
using System.CommandLine.Parsing;

namespace MapThePaths.App.Cli;

/// <summary><c>--on-errors</c>: what becomes of a run, and of a part, when photos fail for good.</summary>
/// <param name="FailuresToStop">So many failed photos stop the run; null for however many.</param>
internal readonly record struct ErrorPolicy(int? FailuresToStop)
{
    /// <summary>The word of the option.</summary>
    public string Word => FailuresToStop switch
    {
        null => "continue",
        1 => "stop",
        { } number => $"{number}",
    };

    /// <summary>What becomes of a part whose photo fails; with a number, until so many photos of the run have failed.</summary>
    public string PartWord => FailuresToStop == 1 ? "waits" : "goes_on_without_it";

    /// <summary>The same for people.</summary>
    public string Sentence => FailuresToStop switch
    {
        null => "If a photo fails for good, its part is published without it, and the others go on",
        1 => "If a photo fails for good, the run stops: its part waits, and so does every part that is not complete by then",
        { } number => $"If photos fail for good, their parts are published without them. At the {Ordinal(number)} the run stops: its part waits, and so does every part that is not complete by then",
    } + $" (--on-errors {Word}).";

    public static Option<ErrorPolicy> Option() => new("--on-errors")
    {
        Description = "When photos fail for good: continue, stop after the first, or stop after so many. [default: continue]",
        HelpName = "continue|stop|number",
        CustomParser = Read,
    };

    private static string Ordinal(int number) => (number % 100 is >= 11 and <= 13 ? 0 : number % 10) switch
    {
        1 => $"{number}st",
        2 => $"{number}nd",
        3 => $"{number}rd",
        _ => $"{number}th",
    };

    private static ErrorPolicy Read(ArgumentResult given)
    {
        switch (given.Tokens[0].Value)
        {
            case "continue":
                return default;
            case "stop":
                return new ErrorPolicy(1);
            case var text when int.TryParse(text, out var number) && number > 0:
                return new ErrorPolicy(number);
            default:
                given.AddError("--on-errors takes 'continue', 'stop', or how many photos may fail before the run stops.");
                return default;
        }
    }
}
