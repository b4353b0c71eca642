using MapThePaths.Core.Model;
using NodaTime;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary>The parts of a plan as a table for people; on a narrow terminal only the columns that matter most. Doubts stand below.</summary>
internal static class PlanTable
{
    private const int WidthForAll = 150;
    private const int WidthForMore = 96;

    private const int MostPartsNamed = 5;

    // A photo alone has no length, no duration and no speed.
    private const string Nothing = "–";

    public static void Print(Plan plan, Output output)
    {
        var width = output.People.Profile.Width;
        var (from, to) = (Clock("from", plan, part => part.Photos[0].TakenAt), Clock("to", plan, part => part.Photos[^1].TakenAt));
        Column[] columns = width switch
        {
            >= WidthForAll => [Number, Photos, from, to, Length, Time, Speed, Size, First, Begins, Doubt],
            >= WidthForMore => [Number, Photos, from, Length, Time, Size, Begins],
            _ => [Number, Photos, Length, Time, Begins],
        };
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column.Head, new Style(decoration: Decoration.Dim))) { NoWrap = column.IsWhole, Alignment = column.IsNumber ? Justify.Right : Justify.Left });
        }

        foreach (var part in plan.Parts)
        {
            table.AddRow(columns.Select(column => new Text(column.Cell(part), column.Style)));
        }

        output.Say(table);
        PrintDoubts(plan, output);
    }

    // In words, each once: the table has at most the codes.
    private static void PrintDoubts(Plan plan, Output output)
    {
        var doubts = plan.Parts
            .SelectMany(part => part.Photos.SelectMany(photo => photo.Warnings), (part, code) => (Code: code, part.Number))
            .GroupBy(doubt => Reason.Of(doubt.Code), doubt => doubt.Number)
            .OrderByDescending(parts => parts.Count());
        foreach (var parts in doubts)
        {
            var (reason, photos) = (parts.Key, parts.Count());
            output.Say($"  Doubt in {Wording.Count(photos, "photo")}{Where(plan, [.. parts.Distinct()])}: {(photos == 1 ? "it" : "each")} {reason.Meaning} ({reason.Code}).{Wording.NextStep(reason, plan.Sequence.Id)}");
        }
    }

    private static string Where(Plan plan, List<int?> parts) => parts.Count switch
    {
        _ when plan.Parts.Count == 1 || parts.Contains(null) => "",
        1 => $" of part {parts[0]}",
        <= MostPartsNamed => $" of parts {string.Join(", ", parts)}",
        _ => $" of {parts.Count:N0} parts",
    };

    private static Column Number { get; } = new("part", Wording.Number) { IsNumber = true, Style = new Style(decoration: Decoration.Bold) };

    private static Column Photos { get; } = new("photos", part => $"{part.Photos.Count:N0}") { IsNumber = true };

    private static Column Size { get; } = new("size", part => Wording.Bytes(part.Bytes)) { IsNumber = true };

    private static Column Length { get; } = new("length", part => part.Photos.Count > 1 ? Wording.Distance(part.Totals.Metres) : Nothing) { IsNumber = true };

    private static Column Time { get; } = new("time", part => part.Photos.Count > 1 ? Wording.Span(part.Totals.Duration) : Nothing) { IsNumber = true };

    private static Column Speed { get; } = new("speed", part => part.Photos.Count > 1 ? $"{part.Totals.KilometresPerHour:0.0} km/h" : Nothing) { IsNumber = true };

    private static Column First { get; } = new("first photo", part => Path.GetFileName(part.Photos[0].Photo.Path));

    private static Column Begins { get; } = new("begins", Wording.Cut) { IsWhole = false };

    private static Column Doubt { get; } = new("doubts", Wording.Doubts) { IsWhole = false, Style = new Style(Color.Yellow) };

    // The day is said above the table when there is only one.
    private static Column Clock(string head, Plan plan, Func<PlannedPart, Instant> time)
    {
        var isOneDay = plan.Totals.Earliest?.InUtc().Date == plan.Totals.Latest?.InUtc().Date;
        return new Column(head, part => Wording.Taken(time(part), isOneDay ? "HH:mm:ss" : "uuuu-MM-dd HH:mm:ss", plan.NeedsTimeZone));
    }

    private sealed record Column(string Head, Func<PlannedPart, string> Cell)
    {
        /// <summary>Its cells stand on one line.</summary>
        public bool IsWhole { get; init; } = true;

        public bool IsNumber { get; init; }

        public Style? Style { get; init; }
    }
}
