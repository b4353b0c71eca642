using System.CommandLine;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;

namespace MapThePaths.App.Cli;

/// <summary>The options that describe a sequence, for the verbs that make one.</summary>
internal sealed class SequenceOptions
{
    private readonly Argument<string[]> _paths = VerbOptions.Paths();

    private readonly Option<string> _name = new("--name") { Description = "The sequence's name, 1 to 100 characters, unique.", Required = true };

    private readonly Option<string?> _description = new("--description") { Description = "What it shows." };

    private readonly Option<string[]> _tags = new("--tag") { Description = "A word about it; may be given up to 15 times.", HelpName = "tag" };

    private readonly Option<string> _transport = new("--transport")
    {
        Description = "How you moved, such as Earth-Walk, Earth-Car or Water-Kayak.",
        Required = true,
        HelpName = "Parent-Child",
    };

    public CutOptions Cuts { get; } = new();

    public void AddTo(Command command)
    {
        command.Add(_paths);
        command.Add(_name);
        command.Add(_description);
        command.Add(_tags);
        command.Add(_transport);
        Cuts.AddTo(command);
    }

    public ImportRequest Read(ParseResult parsed) => new()
    {
        Paths = parsed.GetRequiredValue(_paths),
        Name = parsed.GetRequiredValue(_name),
        Description = parsed.GetValue(_description),
        Tags = parsed.GetValue(_tags) is { Length: > 0 } tags ? tags : null,
        Transport = ParseTransport(parsed.GetRequiredValue(_transport)),
        TimeZone = Cuts.TimeZone(parsed),
        MaxGap = Cuts.MaxGap(parsed),
        MaxJump = Cuts.MaxJump(parsed),
    };

    private static TransportType ParseTransport(string text) => TransportType.Parse(text) ?? throw new UserMistakeException(
        $"The transport type '{text}' is unknown.{Nearest.Question(text, TransportType.All.Select(type => type.ToString()))} Known are: {string.Join(", ", TransportType.All)}.");
}

/// <summary>The options that decide about time zone and cuts; also given to a sequence that is there already.</summary>
internal sealed class CutOptions
{
    private readonly Option<string?> _timeZone = new("--time-zone")
    {
        Description = "The zone of camera clocks that say none: an IANA name such as Europe/Rome, 'utc', or an offset such as +02:00.",
        HelpName = "zone",
    };

    private readonly Option<double?> _maxGap = new("--max-gap") { Description = "Seconds between two photos before a new part begins (default 60).", HelpName = "seconds" };

    private readonly Option<double?> _maxJump = new("--max-jump") { Description = "Metres between two photos before a new part begins (default 100).", HelpName = "metres" };

    public void AddTo(Command command)
    {
        command.Add(_timeZone);
        command.Add(_maxGap);
        command.Add(_maxJump);
    }

    /// <exception cref="UserMistakeException">Nobody knows this zone.</exception>
    public string? TimeZone(ParseResult parsed)
    {
        var text = parsed.GetValue(_timeZone);
        if (text is not null)
        {
            TimeZones.Parse(text);
        }

        return text;
    }

    public double? MaxGap(ParseResult parsed) => Positive(parsed.GetValue(_maxGap), "--max-gap");

    public double? MaxJump(ParseResult parsed) => Positive(parsed.GetValue(_maxJump), "--max-jump");

    /// <summary>The sequence as these options would have it.</summary>
    public Sequence Apply(ParseResult parsed, Sequence sequence) => sequence with
    {
        TimeZone = TimeZone(parsed) ?? sequence.TimeZone,
        Rules = new SequencingRules
        {
            MaxGap = MaxGap(parsed) ?? sequence.Rules.MaxGap,
            MaxJump = MaxJump(parsed) ?? sequence.Rules.MaxJump,
        },
    };

    private static double? Positive(double? value, string option) =>
        value is null or > 0 ? value : throw new UserMistakeException($"{option} must be more than 0.");
}
