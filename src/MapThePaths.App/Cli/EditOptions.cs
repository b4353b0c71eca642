using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.App.Cli;

/// <summary>The options of <c>edit</c> that make edits, each as often as wanted; they count in the order in which they are given.</summary>
internal sealed class EditOptions
{
    private readonly List<Option> _options = [];
    private readonly Dictionary<string, Func<string[], Modifiers, IReadOnlyList<Photo>, Edit>> _edits = new(StringComparer.Ordinal);

    private readonly Option<double?> _maxTrackGap = new("--max-track-gap") { Description = "For --geotag: seconds between two points of the track beyond which nothing is known (default 60).", HelpName = "seconds", CustomParser = Numbers.NotNegative("--max-track-gap") };
    private readonly Option<bool> _sameSecond = new("--same-second") { Description = "For --geotag: no position between points; a photo takes the first point of its second." };
    private readonly Option<bool> _onlyMissing = new("--only-missing") { Description = "For --geotag: photos that have a position keep it." };
    private readonly Option<double?> _outlierMetres = new("--outlier-metres") { Description = "For --outliers: farther than this from both neighbours.", HelpName = "metres", CustomParser = Numbers.Positive("--outlier-metres") };
    private readonly Option<double?> _outlierSpeed = new("--outlier-speed") { Description = "For --outliers: not to be reached at this speed, while the next ones are.", HelpName = "km/h", CustomParser = Numbers.Positive("--outlier-speed") };

    private readonly Option<string?> _camera = new("--camera")
    {
        Description = "For --shift-time, --time-zone, --heading-offset and --headings: only photos of this camera, by make and model, such as \"NIKON COOLPIX P6000\".",
        HelpName = "camera",
    };

    public EditOptions()
    {
        Add("--geotag", "file.gpx", "Positions from GPX tracks, by time. Photos off the track are left out (no-track-point).", several: true, (values, modifiers, _) => Geotag(values, modifiers));
        _options.AddRange([_maxTrackGap, _sameSecond, _onlyMissing]);
        Add("--shift-time", "seconds", "All times later; negative for earlier, such as -3600 or 0.5.", (value, _, _) => new ShiftTime(Number("--shift-time", value)));
        Add("--time-zone", "zone", "The zone of camera clocks that say none: Europe/Rome, 'utc', +02:00, or +02:00:45 for a clock that is fast.", (value, _, _) => Zone(value));
        Add("--space-seconds", "seconds", "At least so many seconds between photos; others are left out (spaced-out).", (value, _, _) => new Space(SpacedBy.Seconds, Number("--space-seconds", value)));
        Add("--space-metres", "metres", "At least so many metres between photos.", (value, _, _) => new Space(SpacedBy.Metres, Number("--space-metres", value)));
        Add("--space-altitude", "metres", "At least so many metres of altitude between photos.", (value, _, _) => new Space(SpacedBy.Altitude, Number("--space-altitude", value)));
        Add("--outliers", "drop|smooth", "Photos off the line are left out (outlier), or moved between their neighbours.", (value, modifiers, _) => Outliers(value, modifiers));
        _options.AddRange([_outlierMetres, _outlierSpeed]);
        Add("--heading-offset", "degrees", "All headings turned clockwise; negative for the other way round.", (value, _, _) => new TurnHeadings(Number("--heading-offset", value)));
        Add("--headings", "keep|compute", "As the camera gave them, or computed: each photo looks towards the next.", (value, _, _) => Headings(value));
        _options.Add(_camera);
        Add("--remove", "photo", "Leaves photos out, by file name or path (removed-by-edit). The files stay.", several: true, (values, _, photos) => RemovePhotos.Of(values, photos));
        Add("--privacy", "lat,lon,metres", "Leaves out photos in a circle (privacy-zone), such as 43.4674,11.8851,150.", (value, _, _) => Privacy(value));
        Add("--trim-start", "metres", "Leaves out the first photos, up to one that is so far away from the start (trimmed).", (value, _, _) => new TrimEnd(SequenceEnd.Start, Number("--trim-start", value)));
        Add("--trim-end", "metres", "Leaves out the last photos likewise.", (value, _, _) => new TrimEnd(SequenceEnd.End, Number("--trim-end", value)));
    }

    public void AddTo(Command command) => _options.ForEach(command.Add);

    /// <summary>Whether any edit is wished for.</summary>
    public bool IsGiven(ParseResult parsed) => Given(parsed).Any(given => _edits.ContainsKey(given.Option));

    /// <summary>The edits that are wished for, in the order given.</summary>
    /// <exception cref="UserMistakeException">A value cannot be understood, a file cannot be read, or there is no such photo.</exception>
    public IReadOnlyList<Edit> Read(ParseResult parsed, IReadOnlyList<Photo> photos)
    {
        var modifiers = new Modifiers(
            parsed.GetValue(_maxTrackGap) ?? Core.Sequencing.Edits.Geotag.UsualMaxGap,
            parsed.GetValue(_sameSecond),
            parsed.GetValue(_onlyMissing),
            parsed.GetValue(_outlierMetres),
            parsed.GetValue(_outlierSpeed));
        var edits = Given(parsed).Where(given => _edits.ContainsKey(given.Option)).Select(given => _edits[given.Option](given.Values, modifiers, photos)).ToList();
        return parsed.GetValue(_camera) is { } camera ? OfOneCamera(edits, camera) : edits;
    }

    private static List<Edit> OfOneCamera(List<Edit> edits, string camera) => edits.Exists(edit => edit is CameraEdit)
        ? edits.ConvertAll(edit => edit is CameraEdit some ? some with { Camera = camera } : edit)
        : throw new UserMistakeException("--camera goes with --shift-time, --time-zone, --heading-offset or --headings.");

    // Each time that an option is given, with what follows it.
    private static List<(string Option, string[] Values)> Given(ParseResult parsed)
    {
        List<(string Option, List<string> Values)> given = [];
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.Option)
            {
                given.Add((token.Value, []));
            }
            else if (token.Type == TokenType.Argument && given.Count > 0)
            {
                given[^1].Values.Add(token.Value);
            }
        }

        return given.ConvertAll(option => (option.Option, option.Values.ToArray()));
    }

    private void Add(string name, string value, string description, Func<string, Modifiers, IReadOnlyList<Photo>, Edit> edit) =>
        Add(name, value, description, several: false, (values, modifiers, photos) => edit(values[0], modifiers, photos));

    private void Add(string name, string value, string description, bool several, Func<string[], Modifiers, IReadOnlyList<Photo>, Edit> edit)
    {
        _edits.Add(name, edit);
        _options.Add(new Option<string[]>(name) { Description = description, HelpName = value, AllowMultipleArgumentsPerToken = several, Arity = ArgumentArity.OneOrMore });
    }

    private static Geotag Geotag(string[] files, Modifiers modifiers)
    {
        if (!(modifiers.MaxTrackGap > 0))
        {
            throw new UserMistakeException("--max-track-gap must be more than 0.");
        }

        var paths = files.Select(Path.GetFullPath).ToArray();
        return new Geotag(paths, modifiers.MaxTrackGap, modifiers.SameSecond, modifiers.OnlyMissing) { Track = Track.Read(paths) };
    }

    private static SetTimeZone Zone(string zone)
    {
        TimeZones.Parse(zone);
        return new SetTimeZone(zone);
    }

    private static TreatOutliers Outliers(string mode, Modifiers modifiers) => new(
        mode switch
        {
            "drop" => OutlierMode.Drop,
            "smooth" => OutlierMode.Smooth,
            _ => throw new UserMistakeException($"--outliers takes 'drop' or 'smooth', not '{mode}'."),
        },
        modifiers.OutlierMetres,
        modifiers.OutlierSpeed);

    private static ChooseHeadings Headings(string source) => new(source switch
    {
        "keep" => HeadingSource.Keep,
        "compute" => HeadingSource.Compute,
        _ => throw new UserMistakeException($"--headings takes 'keep' or 'compute', not '{source}'."),
    });

    private static PrivacyZone Privacy(string text)
    {
        var numbers = text.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        return numbers.Length == 3 && Array.TrueForAll(numbers, double.IsFinite)
            ? new PrivacyZone(numbers[0], numbers[1], numbers[2])
            : throw new UserMistakeException("--privacy takes LATITUDE,LONGITUDE,METRES, such as 43.4674,11.8851,150.");
    }

    private static double Number(string option, string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
        ? number
        : throw new UserMistakeException($"{option} takes a number, not '{text}'.");

    private sealed record Modifiers(double MaxTrackGap, bool SameSecond, bool OnlyMissing, double? OutlierMetres, double? OutlierSpeed);
}
