using System.Xml;

namespace MapThePaths.Imagery.Gpx;

/// <summary>
/// Reads the tracks of GPX 1.0 and 1.1 files; waypoints, routes and extensions are passed over. A bad point costs only itself, and a file
/// that breaks off gives the points before the break. Document type definitions are refused and nothing is ever fetched.
/// </summary>
public static class GpxReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static GpxReading Read(string path)
    {
        using var stream = File.OpenRead(path);
        var faults = new List<GpxFault>();
        return new GpxReading([.. Points(stream, faults.Add)], faults);
    }

    /// <summary>Reads point by point, so that memory does not depend on the length of the track.</summary>
    /// <param name="stream">Stays open; read as far as the points are taken.</param>
    /// <param name="onFault">Told of each fault, between the points.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<TrackPoint> Points(Stream stream, Action<GpxFault> onFault)
    {
        ArgumentNullException.ThrowIfNull(onFault);
        return PointsOf(stream, onFault);
    }

    private static IEnumerable<TrackPoint> PointsOf(Stream stream, Action<GpxFault> onFault)
    {
        using var reader = XmlReader.Create(stream, Settings);
        var walk = new GpxWalk(reader, onFault);
        while (MoveNext(walk, onFault))
        {
            yield return walk.Current;
        }
    }

    private static bool MoveNext(GpxWalk walk, Action<GpxFault> onFault)
    {
        try
        {
            return walk.MoveNext();
        }
        catch (XmlException broken)
        {
            onFault(new GpxFault(Math.Max(1, broken.LineNumber), walk.WhyBroken));
            return false;
        }
    }
}
