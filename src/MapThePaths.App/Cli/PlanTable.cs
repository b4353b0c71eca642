using MapThePaths.Core.Model;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary>The parts of a plan as a table for people; on a narrow terminal only the columns that matter most, and doubts below.</summary>
internal static class PlanTable
{
    private const int WidthForAll = 150;
    private const int WidthForMore = 96;

    public static void Print(Plan plan, Output output)
    {
        var width = output.People.Profile.Width;
        Column[] columns = width switch
        {
            >= WidthForAll => [Number, Photos, Size, Length, Time, Speed, From, To, Begins, Doubt],
            >= WidthForMore => [Number, Photos, Size, Length, Time, Clock, Begins],
            _ => [Number, Photos, Length, Time, Begins],
        };
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column.Head) { NoWrap = column.IsWhole });
        }

        foreach (var part in plan.Parts)
        {
            table.AddRow(columns.Select(column => new Text(column.Cell(part))));
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

    private static Column Number { get; } = new("part", part => $"{part.Number}");

    private static Column Photos { get; } = new("photos", part => $"{part.Photos.Count:N0}");

    private static Column Size { get; } = new("size", part => Wording.Bytes(part.Bytes));

    private static Column Length { get; } = new("length", part => Wording.Distance(part.Totals.Metres));

    private static Column Time { get; } = new("time", part => Wording.Span(part.Totals.Duration));

    private static Column Speed { get; } = new("speed", part => $"{part.Totals.KilometresPerHour:0.0} km/h");

    private static Column From { get; } = new("from", part => Label(part.Photos[0]));

    private static Column To { get; } = new("to", part => Label(part.Photos[^1]));

    private static Column Clock { get; } = new("from", part => $"{part.Photos[0].TakenAt.ToDateTimeUtc():HH:mm:ss}Z");

    private static Column Begins { get; } = new("begins because it", Wording.Cut, IsWhole: false);

    private static Column Doubt { get; } = new("doubts", Wording.Doubts, IsWhole: false);

    private static string Label(ArrangedPhoto photo) => $"{Path.GetFileName(photo.Photo.Path)} {photo.TakenAt.ToDateTimeUtc():yyyy-MM-dd HH:mm:ss}Z";

    /// <param name="IsWhole">Its cells stand on one line.</param>
    private sealed record Column(string Head, Func<PlannedPart, string> Cell, bool IsWhole = true);
}
