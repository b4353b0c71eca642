using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery;

/// <summary>Reads bytes as a photo on disk, the way the product does.</summary>
internal static class Reading
{
    public static readonly TimeProvider Clock = new StoppedClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static PhotoReading Of(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        return PhotoReader.Read(folder.Save("photo.jpg", bytes), Clock);
    }

    public static CaptureFacts FactsOf(JpegBytes jpeg)
    {
        var reading = Of(jpeg.Build());
        Assert.Null(reading.Defect);
        return reading.Facts!;
    }

    public static CaptureFacts FactsOf(TiffBytes exif) => FactsOf(new JpegBytes().Exif(exif));

    public static CaptureFacts FactsOfXmp(string attributes, string elements = "") =>
        FactsOf(new JpegBytes().Xmp(XmpPacket.Of(attributes, elements)));

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
