using System.Globalization;
using System.Text;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Exporting;

/// <summary>Which photo is which image: every photo of the sequence at every destination it is on its way to.</summary>
internal static class ImageIndex
{
    private const string Head = "file,destination,account,part,state,since,image_id,sequence_id,captured_at,latitude,longitude,heading";

    /// <summary>By path, then destination.</summary>
    public static IEnumerable<IndexedImage> Of(Export export)
    {
        var photos = export.Plan.Parts.SelectMany(part => part.Photos).ToDictionary(photo => photo.Photo.Path, StringComparer.Ordinal);
        return
            from file in export.LifeLines.OrderBy(file => file.Key, StringComparer.Ordinal)
            from line in file
            where line.State != PhotoState.LeftOut
            select new IndexedImage(export.NameOf(file.Key), line, export.RemoteSequenceOf(line), photos.GetValueOrDefault(file.Key));
    }

    /// <summary>RFC 4180 with a head; UTF-8.</summary>
    public static void WriteCsv(Stream stream, Export export)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        text.WriteLine(Head);
        foreach (var image in Of(export))
        {
            text.WriteLine(string.Join(',', Cells(image).Select(Quoted)));
        }
    }

    private static IEnumerable<string?> Cells(IndexedImage image) =>
    [
        image.File,
        image.Line.Destination,
        image.Line.Account,
        image.Line.Part?.ToString(CultureInfo.InvariantCulture),
        image.Line.State.Word(),
        Export.Iso(image.Line.At),
        image.Line.ImageId,
        image.RemoteSequence,
        Export.Iso(image.Photo?.TakenAt),
        Number(image.Photo?.Position.Latitude, "0.#########"),
        Number(image.Photo?.Position.Longitude, "0.#########"),
        Number(image.Photo?.Heading, "0.###"),
    ];

    private static string? Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture);

    private static string? Quoted(string? cell) =>
        cell is not null && cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}

/// <summary>One photo at one destination.</summary>
/// <param name="File">Name of its copy.</param>
/// <param name="RemoteSequence">The destination's sequence with its image; null until it is seen.</param>
/// <param name="Photo">Null when the sequence leaves it out by now.</param>
internal sealed record IndexedImage(string File, LifeLine Line, string? RemoteSequence, ArrangedPhoto? Photo);
