using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery;

/// <summary>Rewrites photos the way an upload does, and the fixtures to do it with.</summary>
internal static class Rewriting
{
    public static readonly HeaderEdit EveryTag = new()
    {
        ImageDescription = "{\"MAPLatitude\":-33.856784,\"MTPSequenceName\":\"Z\\u00fcrich\"}",
        Position = new Position(-33.856784, 151.215297),
        Altitude = -12.345,
        Heading = 359.9999,
        CapturedAt = new DateTime(2023, 5, 10, 23, 59, 59, 987, DateTimeKind.Utc),
        CameraTime = new DateTimeOffset(2023, 5, 11, 5, 44, 59, 987, new TimeSpan(5, 45, 0)),
        Artist = "Jürgen 日本",
        Copyright = "© CC BY 4.0",
    };

    public static TheoryData<string> FixtureNames => [.. SamplePhotos.ByName.Keys];

    public static byte[] Fixture(string name) => SamplePhotos.ByName[name]();

    public static byte[] Rewritten(byte[] photo, HeaderEdit edit)
    {
        using var folder = new TemporaryFolder();
        var header = HeaderWriter.Rewrite(folder.Save("photo.jpg", photo), edit);
        return [.. header.Bytes.Span, .. photo[(int)header.TailOffset..]];
    }
}
