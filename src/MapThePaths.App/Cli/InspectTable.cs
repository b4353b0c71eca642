using System.Globalization;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary>
/// Facts of photos as tables for people, some hundred photos each, so that memory does not grow with the folder; on a narrow terminal only the columns
/// that matter most.
/// </summary>
internal sealed class InspectTable
{
    private const int WidthForAll = 150;
    private const int MostRows = 500;

    private readonly Output _output;
    private readonly bool _isWide;
    private Table _table;

    public InspectTable(Output output)
    {
        _output = output;
        _isWide = output.People.Profile.Width >= WidthForAll;
        _table = NewTable();
    }

    /// <summary>A camera's time without a zone has no Z at its end, for it names no instant.</summary>
    /// <param name="pattern">NodaTime's, without a zone.</param>
    public static string? CapturedAt(Capture capture, string pattern) =>
        capture.TakenAt?.ToString($"{pattern}'Z'", CultureInfo.InvariantCulture) ?? capture.CameraTime?.ToString(pattern, CultureInfo.InvariantCulture);

    public void Add(Inspection inspection)
    {
        // With --json the lines tell all, and nothing is kept.
        if (_output.Json)
        {
            return;
        }

        _table.AddRow((_isWide ? AllCells(inspection) : FewCells(inspection)).Select(text => new Text(text ?? "–")));
        if (_table.Rows.Count == MostRows)
        {
            PrintRest();
        }
    }

    /// <summary>Prints what is not printed yet.</summary>
    public void PrintRest()
    {
        if (_table.Rows.Count > 0)
        {
            _output.Say(_table);
            _table = NewTable();
        }
    }

    private Table NewTable() => new Table { Border = TableBorder.Simple }.AddColumns(_isWide
        ? ["photo", "captured", "position", "altitude", "heading", "picture", "camera", "doubts, or why it is left out"]
        : ["photo", "captured", "position", "doubts, or why it is left out"]);

    private static string?[] AllCells(Inspection inspection)
    {
        var capture = inspection.Capture ?? new Capture();
        return
        [
            Path.GetFileName(inspection.Path),
            CapturedAt(capture, "uuuu-MM-dd HH:mm:ss.fff"),
            capture.Position is { } position ? $"{position.Latitude:0.00000} {position.Longitude:0.00000}" : null,
            capture.Altitude is { } altitude ? $"{altitude:0} m" : null,
            capture.Heading is { } heading ? $"{heading:0}°" : null,
            inspection.Capture is null ? null : $"{capture.Width}×{capture.Height} {capture.Projection}",
            capture.Camera,
            Doubts(inspection),
        ];
    }

    private static string?[] FewCells(Inspection inspection)
    {
        var capture = inspection.Capture ?? new Capture();
        return
        [
            Path.GetFileName(inspection.Path),
            CapturedAt(capture, "uuuu-MM-dd HH:mm:ss"),
            capture.Position is { } position ? $"{position.Latitude:0.0000} {position.Longitude:0.0000}" : null,
            Doubts(inspection),
        ];
    }

    private static string Doubts(Inspection inspection) => string.Join(
        ' ',
        [.. inspection.WhyLeftOut is { } reason ? [$"LEFT OUT {reason.Code}"] : Array.Empty<string>(), .. inspection.Capture?.Warnings ?? []]);
}
