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

    private readonly Option<double?> _maxGap = Threshold("--max-gap", "seconds", "Seconds between two photos before a new part begins (default 60).");
    private readonly Option<double?> _maxJump = Threshold("--max-jump", "metres", "Metres between two photos before a new part begins (default 100).");
    private readonly Option<double?> _duplicateMetres = Threshold("--duplicate-metres", "metres", "Up to this far from the last kept photo, one that looks the same way is left out (default 0.1; 0 keeps all).");
    private readonly Option<double?> _duplicateDegrees = Threshold("--duplicate-degrees", "degrees", "Up to this angle, photos look the same way (default 5).");
    private readonly Option<double?> _maxSpeed = Threshold("--max-speed", "km/h", "Average speed above which a part is left out (default 400).");
    private readonly Option<double?> _zigZagMetres = Threshold("--zig-zag-metres", "metres", "Farther off the line than this, and back at once, a photo is left out (default 30; 0 keeps all).");

    public void AddTo(Command command)
    {
        command.Add(_timeZone);
        command.Add(_maxGap);
        command.Add(_maxJump);
        command.Add(_duplicateMetres);
        command.Add(_duplicateDegrees);
        command.Add(_maxSpeed);
        command.Add(_zigZagMetres);
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

    public RuleWishes Rules(ParseResult parsed) => new()
    {
        MaxGap = parsed.GetValue(_maxGap),
        MaxJump = parsed.GetValue(_maxJump),
        DuplicateMetres = parsed.GetValue(_duplicateMetres),
        DuplicateDegrees = parsed.GetValue(_duplicateDegrees),
        MaxSpeed = parsed.GetValue(_maxSpeed),
        ZigZagMetres = parsed.GetValue(_zigZagMetres),
    };

    /// <summary>The sequence as these options would have it.</summary>
    public Sequence Apply(ParseResult parsed, Sequence sequence) => sequence with
    {
        TimeZone = TimeZone(parsed) ?? sequence.TimeZone,
        Rules = Rules(parsed).ApplyTo(sequence.Rules),
    };

    private static Option<double?> Threshold(string name, string unit, string description) => new(name) { Description = description, HelpName = unit };
}
