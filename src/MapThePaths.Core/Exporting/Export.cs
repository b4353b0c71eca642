using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using NodaTime;
using NodaTime.Text;

namespace MapThePaths.Core.Exporting;

/// <summary>All that the documents of one export are made of.</summary>
/// <param name="Photos">Those of the sequence that take part, left out or not, by id.</param>
/// <param name="Names">Of the copies, by path.</param>
/// <param name="LifeLines">Of every file of the sequence, by path.</param>
/// <param name="RemoteSequences">Where images are, by destination and image.</param>
/// <param name="Program">Name and version of the program.</param>
internal sealed record Export(
    Plan Plan,
    IReadOnlyDictionary<long, Photo> Photos,
    IReadOnlyDictionary<string, string> Names,
    ILookup<string, LifeLine> LifeLines,
    IReadOnlyDictionary<(string Destination, string ImageId), string> RemoteSequences,
    string Program)
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary>ISO 8601 in UTC with milliseconds; null for null.</summary>
    public static string? Iso(Instant? time) => time is { } instant ? Utc.Format(instant) : null;

    public string NameOf(string path) => Names.GetValueOrDefault(path, Path.GetFileName(path));

    public string? RemoteSequenceOf(LifeLine line) => line.ImageId is { } image ? RemoteSequences.GetValueOrDefault((line.Destination, image)) : null;
}
