using MapThePaths.Core.Model;
using NodaTime;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary>The parts of a plan as a table for people; on a narrow terminal only the columns that matter most, and doubts below.</summary>
internal static class PlanTable
{
    private const int WidthForAll = 150;
    private const int WidthForMore = 96;

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
        if (width < WidthForAll)
        {
            PrintDoubts(plan, output);
        }
    }

    private static void PrintDoubts(Plan plan, Output output)
    {
        foreach (var part in plan.Parts.Where(part => Wording.Doubts(part).Length > 0))
        {
            output.Say($"  doubts in part {part.Number}: {Wording.Doubts(part)}");
        }
    }

    private static Column Number { get; } = new("part", part => $"{part.Number}") { IsNumber = true, Style = new Style(decoration: Decoration.Bold) };

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
        return new Column(head, part => time(part).ToString(isOneDay ? "HH:mm:ss'Z'" : "uuuu-MM-dd HH:mm:ss'Z'", null));
    }

    private sealed record Column(string Head, Func<PlannedPart, string> Cell)
    {
        /// <summary>Its cells stand on one line.</summary>
        public bool IsWhole { get; init; } = true;

        public bool IsNumber { get; init; }

        public Style? Style { get; init; }
    }
}
