using System.Text;
using MapThePaths.Imagery;
using MapThePaths.Imagery.Gpx;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery.Gpx;

public sealed class ReadingTracks
{
    private static readonly DateTime Ten = new(2023, 5, 10, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Points_keep_position_elevation_and_time()
    {
        var reading = Read("<trk><trkseg><trkpt lat='47.5' lon='-8.25'><ele>-12.5</ele><time>2023-05-10T10:00:00Z</time></trkpt></trkseg></trk>");

        Assert.Equal([new TrackPoint(new Position(47.5, -8.25), -12.5, Ten, 0)], reading.Points);
        Assert.Equal(DateTimeKind.Utc, reading.Points[0].Time!.Value.Kind);
        Assert.Empty(reading.Faults);
    }

    [Theory]
    [InlineData("2023-05-10T10:00:00.250Z", 250)]
    [InlineData("2023-05-10T12:00:00.250+02:00", 250)]
    [InlineData("2023-05-10T02:30:00-07:30", 0)]
    [InlineData("2023-05-10T10:00:00", 0)]
    [InlineData(" 2023-05-10T10:00:00.2505999Z ", 250)]
    public void Fractions_and_offsets_of_a_time_count(string text, int milliseconds)
    {
        Assert.Equal(Ten.AddMilliseconds(milliseconds), Read(Segment($"<trkpt lat='1' lon='2'><time>{text}</time></trkpt>")).Points[0].Time);
    }

    [Fact]
    public void What_a_point_does_not_say_is_unknown()
    {
        var reading = Read(Segment("<trkpt lat='1' lon='2'/><trkpt lat='1' lon='2'><ele/><time></time></trkpt>"));

        Assert.All(reading.Points, point => Assert.Equal(new TrackPoint(new Position(1, 2), null, null, 0), point));
        Assert.Empty(reading.Faults);
    }

    [Fact]
    public void Segments_are_counted_over_all_tracks()
    {
        const string Point = "<trkpt lat='1' lon='2'/>";
        var reading = Read($"<trk><trkseg>{Point}{Point}</trkseg><trkseg/><trkseg>{Point}</trkseg></trk><trk><trkseg>{Point}</trkseg></trk>");

        Assert.Equal([0, 0, 2, 3], reading.Points.Select(point => point.Segment));
    }

    [Fact]
    public void Waypoints_routes_and_extensions_are_passed_over()
    {
        var reading = Read(
            "<wpt lat='9' lon='9'><time>2023-05-10T10:00:00Z</time></wpt><rte><rtept lat='9' lon='9'/></rte>" +
            Segment("<trkpt lat='1' lon='2'><extensions><x:ele xmlns:x='urn:x'>5</x:ele><time>now</time></extensions><ele>7</ele></trkpt>"));

        Assert.Equal([new TrackPoint(new Position(1, 2), 7, null, 0)], reading.Points);
        Assert.Empty(reading.Faults);
    }

    [Fact]
    public void Files_of_version_1_0_and_without_a_namespace_are_read()
    {
        foreach (var root in (string[])["<gpx xmlns='http://www.topografix.com/GPX/1/0'>", "<gpx>"])
        {
            Assert.Single(ReadText(root + Segment("<trkpt lat='1' lon='2'/>") + "</gpx>").Points);
        }
    }

    [Theory]
    [InlineData("<trkpt lat='91' lon='2'/>")]
    [InlineData("<trkpt lat='1' lon='181'/>")]
    [InlineData("<trkpt lat='1,5' lon='2'/>")]
    [InlineData("<trkpt lon='2'><ele>5</ele></trkpt>")]
    [InlineData("<trkpt lat='NaN' lon='2'/>")]
    public void A_bad_point_is_left_out_and_reported_with_its_line(string point)
    {
        var reading = Read(Segment($"\n<trkpt lat='1' lon='1'/>\n{point}\n<trkpt lat='3' lon='3'/>"));

        Assert.Equal([1, 3], reading.Points.Select(good => good.Position.Latitude));
        Assert.Equal(3, Assert.Single(reading.Faults).Line);
    }

    [Fact]
    public void A_bad_time_or_elevation_costs_only_itself()
    {
        var reading = Read(Segment("\n<trkpt lat='1' lon='2'>\n<ele>high</ele>\n<time>noon</time>\n</trkpt>"));

        Assert.Equal([new TrackPoint(new Position(1, 2), null, null, 0)], reading.Points);
        Assert.Equal([3, 4], reading.Faults.Select(fault => fault.Line));
    }

    [Fact]
    public void A_file_that_breaks_off_gives_the_points_before()
    {
        var reading = ReadText("<gpx><trk><trkseg>\n<trkpt lat='1' lon='2'></trkpt>\n<trkpt lat='1' lo");

        Assert.Single(reading.Points);
        Assert.Equal(3, Assert.Single(reading.Faults).Line);
    }

    [Theory]
    [InlineData("<!DOCTYPE gpx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><gpx>&a;</gpx>")]
    [InlineData("<kml><Placemark/></kml>")]
    [InlineData("no xml at all")]
    [InlineData("")]
    public void What_is_no_plain_GPX_is_one_fault_and_no_points(string text)
    {
        var reading = ReadText(text);

        Assert.Empty(reading.Points);
        Assert.Single(reading.Faults);
    }

    [Fact]
    public void A_track_changed_at_random_ends_in_points_and_faults()
    {
        const int Seed = 20231122;
        const string Point = "<trkpt lat='1' lon='2'><ele>3</ele><time>2023-05-10T10:00:00Z</time></trkpt>";
        var points = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Point, 5)));
        byte[] whole = [.. "<?xml version='1.0' encoding='utf-8'?><gpx><trk><trkseg>"u8, .. points, .. "</trkseg></trk></gpx>"u8];
        var random = new Random(Seed);
        for (var i = 0; i < 5000; i++)
        {
            var bytes = whole.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : whole[random.Next(whole.Length)];
            }

            using var stream = new MemoryStream(bytes);
            var faults = new List<GpxFault>();
            Assert.All(GpxReader.Points(stream, faults.Add), point => Assert.True(point.Position.IsOnEarth));
            Assert.All(faults, fault => Assert.InRange(fault.Line, 1, bytes.Length));
        }
    }

    [Fact]
    public void Points_come_before_the_end_of_the_file_is_read()
    {
        using var endless = new EndlessTrack();

        var points = GpxReader.Points(endless, _ => { }).Take(1000).ToList();

        Assert.Equal(1000, points.Count);
        Assert.InRange(endless.BytesRead, 1, 200_000);
    }

    [Fact]
    public void A_real_track_is_read_whole()
    {
        var path = Path.Combine(Path.GetDirectoryName(RealPhotos.All()[0])!, "..", "sf_30km_h.gpx");

        var reading = GpxReader.Read(path);

        Assert.Equal(File.ReadAllText(path).Split("<trkpt").Length - 1, reading.Points.Count);
        Assert.Empty(reading.Faults);
    }

    private static GpxReading Read(string content) => ReadText($"<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'>{content}</gpx>");

    private static GpxReading ReadText(string text)
    {
        using var folder = new TemporaryFolder();
        return GpxReader.Read(folder.Save("track.gpx", Encoding.UTF8.GetBytes(text)));
    }

    private static string Segment(string points) => $"<trk><trkseg>{points}</trkseg></trk>";

    /// <summary>A track that never ends, as a logger's pipe may be.</summary>
    private sealed class EndlessTrack : Stream
    {
        private static readonly byte[] Point = Encoding.UTF8.GetBytes("<trkpt lat='1' lon='2'><ele>3</ele></trkpt>\n");
        private byte[] _rest = "<gpx><trk><trkseg>"u8.ToArray();

        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var taken = Math.Min(count, _rest.Length);
            _rest.AsSpan(0, taken).CopyTo(buffer.AsSpan(offset));
            _rest = taken == _rest.Length ? Point : _rest[taken..];
            BytesRead += taken;
            return taken;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
