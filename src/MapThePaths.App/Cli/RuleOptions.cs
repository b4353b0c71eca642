using System.CommandLine;
using System.CommandLine.Parsing;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>The options that decide when a sequence is cut, and which photos its rules leave out.</summary>
internal sealed class RuleOptions
{
    private readonly Option<double?> _maxGap = Threshold("--max-gap", "seconds", "Seconds between two photos before a new part begins (default 60).", Numbers.Positive);
    private readonly Option<double?> _maxJump = Threshold("--max-jump", "metres", "Metres between two photos before a new part begins (default 100).", Numbers.Positive);
    private readonly Option<string?> _cameras = new("--cameras") { Description = "Photos of several cameras or picture sizes: 'apart', a part each (the default), or 'together'.", HelpName = "apart|together" };
    private readonly Option<int?> _maxPhotos = new("--max-photos") { Description = "Most photos in a part, balanced (default: what the destination takes).", HelpName = "photos", CustomParser = Numbers.Whole("--max-photos", RuleWishes.FewestPhotos) };
    private readonly Option<double?> _duplicateMetres = Threshold("--duplicate-metres", "metres", "Up to this far from the last kept photo, one that looks the same way is left out (default 0.1; 0 keeps all).", Numbers.NotNegative);
    private readonly Option<double?> _duplicateDegrees = Threshold("--duplicate-degrees", "degrees", "Up to this angle, photos look the same way (default 5).", Numbers.NotNegative);
    private readonly Option<double?> _maxSpeed = Threshold("--max-speed", "km/h", "Average speed above which a part is left out (default 400).", Numbers.Positive);
    private readonly Option<double?> _zigZagMetres = Threshold("--zig-zag-metres", "metres", "Farther off the line than this, and back at once, a photo is left out (default 30; 0 keeps all).", Numbers.NotNegative);
    private readonly Option<double?> _spreadSeconds = Threshold("--spread-seconds", "seconds", "Photos with the same time are spread over a tick of the camera's clock, so long (default 1; 0 for single milliseconds).", Numbers.NotNegative);

    public void AddTo(Command command)
    {
        command.Add(_maxGap);
        command.Add(_maxJump);
        command.Add(_cameras);
        command.Add(_maxPhotos);
        command.Add(_duplicateMetres);
        command.Add(_duplicateDegrees);
        command.Add(_maxSpeed);
        command.Add(_zigZagMetres);
        command.Add(_spreadSeconds);
    }

    public RuleWishes Read(ParseResult parsed) => new()
    {
        MaxGap = parsed.GetValue(_maxGap),
        MaxJump = parsed.GetValue(_maxJump),
        MixesCameras = Mixes(parsed.GetValue(_cameras)),
        MaxPhotos = parsed.GetValue(_maxPhotos),
        DuplicateMetres = parsed.GetValue(_duplicateMetres),
        DuplicateDegrees = parsed.GetValue(_duplicateDegrees),
        MaxSpeed = parsed.GetValue(_maxSpeed),
        ZigZagMetres = parsed.GetValue(_zigZagMetres),
        SpreadSeconds = parsed.GetValue(_spreadSeconds),
    };

    /// <summary>The rules other than usual, as they would be given.</summary>
    public static IReadOnlyList<string> Text(SequencingRules rules)
    {
        var usual = new SequencingRules();
        return
        [
            .. Given("--max-gap", rules.MaxGap, usual.MaxGap),
            .. Given("--max-jump", rules.MaxJump, usual.MaxJump),
            .. rules.MixesCameras ? ["--cameras together"] : Array.Empty<string>(),
            .. rules.MaxPhotos is { } most ? [$"--max-photos {most}"] : Array.Empty<string>(),
            .. Given("--duplicate-metres", rules.DuplicateMetres, usual.DuplicateMetres),
            .. Given("--duplicate-degrees", rules.DuplicateDegrees, usual.DuplicateDegrees),
            .. Given("--max-speed", rules.MaxSpeed, usual.MaxSpeed),
            .. Given("--zig-zag-metres", rules.ZigZagMetres, usual.ZigZagMetres),
            .. Given("--spread-seconds", rules.SpreadSeconds, usual.SpreadSeconds),
        ];
    }

    private static string[] Given(string option, double value, double usual) => value == usual ? [] : [$"{option} {value:0.###}"];

    private static bool? Mixes(string? word) => word switch
    {
        null => null,
        "apart" => false,
        "together" => true,
        _ => throw new UserMistakeException($"--cameras takes 'apart' or 'together', not '{word}'."),
    };

    private static Option<double?> Threshold(string name, string unit, string description, Func<string, Func<ArgumentResult, double?>> number) =>
        new(name) { Description = description, HelpName = unit, CustomParser = number(name) };
}
