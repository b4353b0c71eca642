using System.Text;
using MapThePaths.Imagery;
using MapThePaths.Imagery.Gpx;

namespace MapThePaths.Tests.Imagery.Gpx;

public sealed class WritingTracks
{
    private static readonly DateTime Time = new(2023, 5, 10, 10, 0, 0, 250, DateTimeKind.Utc);

    [Fact]
    public void A_track_is_written_as_GPX_1_1()
    {
        var text = Written("A & B", new TrackPoint(new Position(47.5, -8.25), -12.5, Time, 0), new TrackPoint(new Position(0, 180), null, null, 3));

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <gpx version="1.1" creator="a test" xmlns="http://www.topografix.com/GPX/1/1">
              <trk>
                <name>A &amp; B</name>
                <trkseg>
                  <trkpt lat="47.5" lon="-8.25">
                    <ele>-12.5</ele>
                    <time>2023-05-10T10:00:00.250Z</time>
                  </trkpt>
                </trkseg>
                <trkseg>
                  <trkpt lat="0" lon="180" />
                </trkseg>
              </trk>
            </gpx>
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        TrackPoint[] points =
        [
            new(new Position(47.123456789, -8.000000001), 0.125, Time, 0),
            new(new Position(-90, 180), null, Time.AddHours(1), 1),
            new(new Position(0.00001, -0.00001), 8848.86, null, 2),
        ];
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Written(null, points)));

        Assert.Equal(points, GpxReader.Points(stream, fault => Assert.Fail(fault.Message)));
    }

    [Fact]
    public void Names_that_XML_cannot_hold_lose_those_letters()
    {
        Assert.Contains("<name>Weg 🚲 ab</name>", Written("Weg 🚲 a\u0001b"), StringComparison.Ordinal);
    }

    private static string Written(string? name, params TrackPoint[] points)
    {
        using var stream = new MemoryStream();
        GpxWriter.Write(stream, "a test", name, points);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
