namespace MapThePaths.Tests.Fixtures;

/// <summary>What exiv2 shows of a photo's EXIF; tests that need it are skipped where it is not installed.</summary>
public sealed class Exiv2
{
    private readonly ILookup<string, string> _tags;

    private Exiv2(IEnumerable<string[]> tags) => _tags = tags.ToLookup(tag => tag[0], tag => tag[1].Trim(), StringComparer.Ordinal);

    public double? Latitude => Signed("Exif.GPSInfo.GPSLatitude", "S");

    public double? Longitude => Signed("Exif.GPSInfo.GPSLongitude", "W");

    /// <summary>Metres.</summary>
    public double? Altitude => Signed("Exif.GPSInfo.GPSAltitude", "1");

    /// <summary>Degrees.</summary>
    public double? Heading => Signed("Exif.GPSInfo.GPSImgDirection", "never") ?? Signed("Exif.GPSInfo.GPSTrack", "never");

    /// <summary>A value as text; null for a tag that is not there or blank.</summary>
    public string? this[string key] => _tags[key].FirstOrDefault() is { Length: > 0 } text ? text : null;

    public static Exiv2 Read(string path)
    {
        var lines = ExternalProgram.Run("exiv2", "-q", "-PEkv", path).Split('\n');
        return new Exiv2(lines.Where(line => line.StartsWith("Exif.", StringComparison.Ordinal)).Select(line => $"{line} ".Split(' ', 2)));
    }

    /// <summary>"40/1 26/1 4910/100" as one number; 0/0 is none.</summary>
    private double? Signed(string key, string negative)
    {
        var parts = this[key]?.Split(' ').Select(part => part.Split('/')).Select(part => double.Parse(part[0]) / double.Parse(part[1]));
        var number = parts?.Select((part, i) => part / Math.Pow(60, i)).Sum();
        return number is { } found && double.IsFinite(found) ? (this[key + "Ref"] == negative ? -found : found) : null;
    }
}
