using System.Globalization;
using NodaTime;

namespace MapThePaths.App;

/// <summary>How numbers and names are put for people.</summary>
internal static class Wording
{
    private const int MostNamed = 3;

    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    /// <summary>Such as <c>1 photo</c> or <c>12 photos</c>.</summary>
    public static string Count(int number, string thing) => $"{number:N0} {thing}{(number == 1 ? "" : "s")}";

    /// <summary>Names of files, such as <c>a.jpg, b.jpg, c.jpg and 4 more</c>.</summary>
    public static string Names(IReadOnlyCollection<string> paths) =>
        string.Join(", ", paths.Take(MostNamed).Select(Path.GetFileName)) + (paths.Count > MostNamed ? $" and {paths.Count - MostNamed:N0} more" : "");

    /// <summary>A state's word for people: <c>left out</c>, not <c>left_out</c>.</summary>
    public static string State(string word) => word.Replace('_', ' ');

    /// <summary>The same for a part: other words than those of photos where something else is meant.</summary>
    public static string State(Core.Model.PartState state) => state switch
    {
        Core.Model.PartState.Draft => "prepared",
        Core.Model.PartState.Processing => "processing there",
        Core.Model.PartState.Live => "done there",
        _ => State(Core.Model.StateWords.Word(state)),
    };

    /// <summary>The same for an entry.</summary>
    public static string State(Core.Model.EntryState state) => state == Core.Model.EntryState.Synced ? "listed" : Core.Model.EntryWords.Word(state);

    /// <summary>A part's destination, with the account where several have parts there.</summary>
    public static string Where(Core.Catalog.PartStatus part, Core.Catalog.OpenCatalog catalog) =>
        catalog.Overview.HasSeveralAccounts(part.SequenceId, part.Destination) ? $"{part.Destination} ({part.AccountName})" : part.Destination;

    /// <summary>Such as <c>4.2 MB</c>; powers of 1,000.</summary>
    public static string Bytes(long bytes)
    {
        double value = bytes;
        var unit = 0;
        while (value >= 999.5 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {Units[unit]}");
    }

    /// <summary>Such as <c>15 s</c>, <c>5 min</c> or <c>2 h</c>.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 90 } => $"{Math.Ceiling(duration.TotalSeconds):0} s",
        { TotalMinutes: < 90 } => $"{duration.TotalMinutes:0} min",
        _ => $"{duration.TotalHours:0} h",
    };

    /// <summary>Such as <c>850 m</c> or <c>12.4 km</c>.</summary>
    public static string Distance(double metres) => metres < 999.5 ? $"{metres:0} m" : $"{metres / 1000:#,0.0} km";

    /// <summary>Such as <c>42 s</c>, <c>5 min 20 s</c>, <c>2 h 5 min</c> or <c>3 h</c>.</summary>
    public static string Span(Duration duration)
    {
        var seconds = (long)Math.Round(duration.TotalSeconds);
        return seconds switch
        {
            < 60 => $"{seconds} s",
            < 3600 => $"{seconds / 60} min{Rest(seconds % 60, "s")}",
            _ => $"{seconds / 3600:N0} h{Rest(seconds / 60 % 60, "min")}",
        };

        static string Rest(long number, string unit) => number == 0 ? "" : $" {number} {unit}";
    }

    /// <summary>A photo's time in UTC; without a zone at its end as long as cameras' clocks are read without knowing theirs.</summary>
    public static string Taken(Instant time, string pattern, bool needsTimeZone) => time.ToString(pattern, null) + (needsTimeZone ? "" : "Z");

    /// <summary>Such as <c>1.2 km in 20 min 5 s, 3.6 km/h</c>.</summary>
    public static string Totals(Core.Model.Totals totals) =>
        $"{Distance(totals.Metres)} in {Span(totals.UnderWay)}{Speed(totals)}";

    /// <summary>
    /// Such as <c>1.2 km in 3 parts, 20 min 5 s under way, 3.6 km/h, from 2024-06-15 08:04:17Z to 2024-06-15 08:25:00Z</c>; the times alone
    /// where no part leads from one photo to another.
    /// </summary>
    public static string Totals(Core.Model.Totals totals, IReadOnlyCollection<int> photosOfParts, bool needsTimeZone)
    {
        var way = photosOfParts switch
        {
            _ when photosOfParts.All(photos => photos < 2) => "From",
            { Count: 1 } => $"{Totals(totals)}, from",
            _ => $"{Distance(totals.Metres)} in {Count(photosOfParts.Count, "part")}, {Span(totals.UnderWay)} under way{Speed(totals)}, from",
        };
        return $"{way} {Shown(totals.Earliest)} to {Shown(totals.Latest)}{(needsTimeZone ? " by the camera's clock" : "")}";

        string Shown(Instant? time) => time is { } taken ? Taken(taken, "uuuu-MM-dd HH:mm:ss", needsTimeZone) : "–";
    }

    /// <summary>Such as <c>TRAIL013.JPG is left out: it has no GPS position (no-position).</c></summary>
    public static string LeftOut(Core.Model.LeftOut leftOut) =>
        $"{Path.GetFileName(leftOut.Path)} is left out: it {leftOut.Reason.Meaning}{Twin(leftOut)} ({leftOut.Reason.Code}).";

    public static string EarlierImages(Core.Model.EarlierImagesUnknown unknown) =>
        $"{unknown.Message.TrimEnd('.')}. So nobody knows which images of these times were there before. What is sent is published all the same.";

    private static string Speed(Core.Model.Totals totals) => totals.KilometresPerHour > 0 ? $", {totals.KilometresPerHour:0.0} km/h" : "";

    private static string Twin(Core.Model.LeftOut leftOut) => leftOut.Twin is { } twin ? $": {twin}" : "";

    /// <summary>Such as <c>2: times 3600 s earlier. Changes 9 photos.</c></summary>
    public static string Edit(Core.Model.AppliedEdit edit) => $"{edit.Number}: {edit.Text}. "
        + (edit is { Changed: 0, LeftOut: 0 }
            ? "Changes nothing."
            : string.Join(", ", new[] { edit.Changed > 0 ? $"Changes {Count(edit.Changed, "photo")}" : "", edit.LeftOut > 0 ? $"{(edit.Changed > 0 ? "leaves" : "Leaves")} out {Count(edit.LeftOut, "photo")}" : "" }
                .Where(text => text.Length > 0)) + ".");

    /// <summary>A dash where none will be given.</summary>
    public static string Number(Core.Model.PlannedPart part) => part.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Where a part begins, with what was measured, such as <c>after a pause of 8 min 30 s</c>.</summary>
    public static string Cut(Core.Model.PlannedPart part) => (part.Cut.Code, part.Measure) switch
    {
        ("first", _) => "at the start",
        ("gap", { } pause) => $"after a pause of {Span(NodaTime.Duration.FromSeconds(pause.Value))}",
        ("jump", { } jump) => $"after a jump of {Distance(jump.Value)}",
        ("camera-change", _) => $"with another camera: {part.Photos[0].Photo.Capture.Camera ?? "an unknown one"}",
        ("size-change", _) => $"with another picture size: {part.Photos[0].Photo.Capture.Width:0}×{part.Photos[0].Photo.Capture.Height:0}",
        ("too-many-photos", { } count) => $"since {count.Value:N0} photos are more than {count.Limit:N0}",
        ("too-many-pixels", { } pixels) => $"since {pixels.Value / 1e6:N0} megapixels are more than {pixels.Limit / 1e6:N0}",
        ("too-many-bytes", { } bytes) => $"since {bytes.Value / 1e9:N1} GB are more than {bytes.Limit / 1e9:N1}",
        _ => part.Cut.Meaning,
    };

    /// <summary>Such as <c>heading-computed (3)</c>.</summary>
    public static string Doubts(Core.Model.PlannedPart part) => string.Join(", ", part.Photos
        .SelectMany(photo => photo.Warnings)
        .CountBy(warning => warning)
        .Select(warning => part.Photos.Count == 1 ? warning.Key : $"{warning.Key} ({warning.Value})"));

    /// <summary>With the options that would work instead, where a doctor knows some.</summary>
    public static string Mistake(Core.Model.UserMistakeException mistake) => mistake.Proposal is { } proposal
        ? $"{mistake.Message} Try: {proposal.Options} ({proposal.MatchingAfter} of {proposal.Photos} photos would be on the track)."
        : mistake.Message;

    /// <summary>The command that accepts a proposal.</summary>
    public static string Accept(Core.Model.Proposal proposal, string sequence) =>
        string.Concat(Enumerable.Repeat($"mtpdu undo {sequence} && ", proposal.UndoFirst)) + $"mtpdu edit {sequence} {proposal.Options}";

    /// <summary>What is known of a part whose publishing got no clear answer.</summary>
    public static string Unclear(Core.Catalog.PartStatus part) =>
        $"It is not known whether it was published{(part.IntentAt is { } since ? $" at {Cli.Lines.JsonLines.Iso(since)}" : "")}; in {Count(part.Looks, "look")} since then none of its images was seen.";

    /// <summary>What stands against sending this plan; null when nothing does.</summary>
    public static string? Obstacle(Core.Model.Plan plan)
    {
        if (plan.Refusal is { } refusal)
        {
            return $"'{plan.Sequence.Name}' cannot go to {plan.Destination}: it {refusal.Meaning} ({refusal.Code}).{NextStep(refusal, plan.Sequence.Id)}";
        }

        if (plan.Parts.Count == 0)
        {
            return $"Nothing of '{plan.Sequence.Name}' can go to {plan.Destination}: all {plan.FileCount} photos are left out.";
        }

        return plan.NeedsTimeZone
            ? $"Some photos of '{plan.Sequence.Name}' give their time without a zone (time-zone-unknown). Give the camera's zone with --time-zone, such as --time-zone Europe/Rome."
            : null;
    }

    /// <summary>What to do, behind a blank; empty when there is nothing.</summary>
    /// <param name="sequence">Its id, which commands then have; null while there is none.</param>
    /// <param name="destination">Which commands then have; null where none is meant.</param>
    public static string NextStep(Core.Model.Reason reason, long? sequence = null, string? destination = null) => reason.NextStep is { } step
        ? $" {step.Replace(" ID", $" {sequence?.ToString() ?? "ID"}", StringComparison.Ordinal).Replace("DESTINATION", destination ?? "DESTINATION", StringComparison.Ordinal)}"
        : "";
}
