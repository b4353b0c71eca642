using System.Globalization;
using System.Text;
using System.Xml;

namespace MapThePaths.Imagery.Gpx;

/// <summary>Writes one track as GPX 1.1.</summary>
public static class GpxWriter
{
    private const string Schema = "http://www.topografix.com/GPX/1/1";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
    };

    /// <summary>Writes the points in the order given; a new segment begins where <see cref="TrackPoint.Segment"/> changes.</summary>
    /// <param name="stream">Stays open.</param>
    /// <param name="creator">The program that writes.</param>
    /// <param name="name">Name of the track; null for none.</param>
    /// <param name="points">Read once. Times must be in UTC.</param>
    public static void Write(Stream stream, string creator, string? name, IEnumerable<TrackPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        using var writer = XmlWriter.Create(stream, Settings);
        writer.WriteStartElement("gpx", Schema);
        writer.WriteAttributeString("version", "1.1");
        writer.WriteAttributeString("creator", XmlLegal(creator));
        writer.WriteStartElement("trk", Schema);
        if (name is not null)
        {
            writer.WriteElementString("name", Schema, XmlLegal(name));
        }

        int? segment = null;
        foreach (var point in points)
        {
            if (point.Segment != segment)
            {
                EndSegment(writer, segment);
                writer.WriteStartElement("trkseg", Schema);
                segment = point.Segment;
            }

            WritePoint(writer, point);
        }

        EndSegment(writer, segment);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void EndSegment(XmlWriter writer, int? segment)
    {
        if (segment is not null)
        {
            writer.WriteEndElement();
        }
    }

    private static void WritePoint(XmlWriter writer, TrackPoint point)
    {
        writer.WriteStartElement("trkpt", Schema);
        writer.WriteAttributeString("lat", Degrees(point.Position.Latitude));
        writer.WriteAttributeString("lon", Degrees(point.Position.Longitude));
        if (point.Elevation is { } elevation)
        {
            writer.WriteElementString("ele", Schema, elevation.ToString("0.###", CultureInfo.InvariantCulture));
        }

        if (point.Time is { } time)
        {
            writer.WriteElementString("time", Schema, time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        }

        writer.WriteEndElement();
    }

    // A tenth of a millimetre.
    private static string Degrees(double degrees) => degrees.ToString("0.#########", CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 has no way to write control characters.</summary>
    private static string XmlLegal(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));
}
