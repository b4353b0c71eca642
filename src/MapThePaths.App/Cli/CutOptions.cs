using System.CommandLine;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;

namespace MapThePaths.App.Cli;

/// <summary>The options that decide about time zone, cuts and rules; also given to a sequence that is there already.</summary>
internal sealed class CutOptions
{
    private readonly Option<string?> _timeZone = new("--time-zone")
    {
        Description = "The zone of camera clocks that say none: an IANA name such as Europe/Rome, 'utc', or an offset such as +02:00.",
        HelpName = "zone",
    };

    private readonly RuleOptions _rules = new();

    public void AddTo(Command command)
    {
        command.Add(_timeZone);
        _rules.AddTo(command);
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

    public RuleWishes Rules(ParseResult parsed) => _rules.Read(parsed);

    /// <summary>The sequence as these options would have it.</summary>
    public Sequence Apply(ParseResult parsed, Sequence sequence) => sequence with
    {
        TimeZone = TimeZone(parsed) ?? sequence.TimeZone,
        Rules = Rules(parsed).ApplyTo(sequence.Rules),
    };
}
