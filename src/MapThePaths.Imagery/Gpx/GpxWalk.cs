using System.Globalization;
using System.Text;
using System.Xml;
using MapThePaths.Imagery.Facts;

namespace MapThePaths.Imagery.Gpx;

/// <summary>Walks over the elements of a GPX file and stops at each usable track point.</summary>
internal sealed class GpxWalk(XmlReader reader, Action<GpxFault> onFault)
{
    private const int LongestNumber = 64;
    private readonly IXmlLineInfo _lines = (IXmlLineInfo)reader;
    private int _segment = -1;
    private bool _hasRoot;

    public TrackPoint Current { get; private set; }

    /// <summary>What is wrong where the XML ends to be well-formed.</summary>
    public string WhyBroken => _hasRoot ? "breaks off or is damaged" : _lines.LineNumber > 0 ? "is no GPX file: it does not begin as one" : "is empty";

    /// <summary>False at the end of the file.</summary>
    /// <exception cref="XmlException">The file is no well-formed XML from here on.</exception>
    public bool MoveNext()
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (!_hasRoot && !EnterRoot())
            {
                return false;
            }

            if (reader.LocalName == "trkseg")
            {
                _segment++;
            }
            else if (reader.LocalName == "trkpt" && TryReadPoint())
            {
                return true;
            }
        }

        return false;
    }

    private bool EnterRoot()
    {
        _hasRoot = reader.LocalName == "gpx";
        if (!_hasRoot)
        {
            Report(_lines.LineNumber, $"is no GPX file: it begins with <{reader.LocalName}>");
        }

        return _hasRoot;
    }

    private bool TryReadPoint()
    {
        var line = _lines.LineNumber;
        var (latitude, longitude) = (reader.GetAttribute("lat"), reader.GetAttribute("lon"));
        var (elevation, time) = ReadChildren();
        var position = new Position(Number(latitude) ?? double.NaN, Number(longitude) ?? double.NaN);
        if (!position.IsOnEarth)
        {
            Report(line, $"has a point that is no position: lat=\"{Shown(latitude)}\" lon=\"{Shown(longitude)}\"");
            return false;
        }

        Current = new TrackPoint(position, elevation, time, Math.Max(0, _segment));
        return true;
    }

    private (double? Elevation, DateTime? Time) ReadChildren()
    {
        (double? Elevation, DateTime? Time) found = (null, null);
        if (reader.IsEmptyElement)
        {
            return found;
        }

        var depth = reader.Depth;
        reader.Read();
        while (reader.Depth > depth)
        {
            switch (reader.NodeType == XmlNodeType.Element ? reader.LocalName : "")
            {
                case "ele":
                    found.Elevation = ElevationOf(_lines.LineNumber, TakeText());
                    break;
                case "time":
                    found.Time = TimeOf(_lines.LineNumber, TakeText());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return found;
    }

    /// <summary>The text of an element, leaving the reader behind the element; elements inside are passed over.</summary>
    private string TakeText()
    {
        var depth = reader.Depth;
        var text = "";
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return text;
        }

        reader.Read();
        while (reader.Depth > depth)
        {
            text = reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? text + reader.Value : text;
            reader.Skip();
        }

        reader.Read();
        return text.Trim();
    }

    private double? ElevationOf(int line, string text)
    {
        var elevation = Number(text);
        if (elevation is null && text.Length > 0)
        {
            Report(line, $"has an elevation that is no number: \"{Shown(text)}\"");
        }

        return elevation;
    }

    private DateTime? TimeOf(int line, string text)
    {
        if (text.Length <= LongestNumber && TimeText.TryRead(Encoding.Latin1.GetBytes(text), out var time))
        {
            return DateTime.SpecifyKind(time.WallClock - (time.Offset ?? TimeSpan.Zero), DateTimeKind.Utc);
        }

        if (text.Length > 0)
        {
            Report(line, $"has a time that cannot be read: \"{Shown(text)}\" (one is written like 2023-05-10T10:00:00Z)");
        }

        return null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string Shown(string? text) => text is { Length: > LongestNumber } ? text[..LongestNumber] : text ?? "";

    private void Report(int line, string message) => onFault(new GpxFault(line, message));
}
