using System.Buffers.Binary;
using System.Security.Cryptography;
using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery;

public sealed class Fingerprints
{
    private const int ScanPart = 65_536;
    private const int TailPart = 16_384;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50_000, 0)]
    [InlineData(65_536, 0)]
    [InlineData(500_000, 0)]
    [InlineData(500_000, 5)]
    [InlineData(70_000, 2)]
    public void A_fingerprint_is_what_its_description_says(int scanPadding, int largeSegments)
    {
        var jpeg = new JpegBytes().Jfif().ScanPadding(scanPadding);
        for (var i = 0; i < largeSegments; i++)
        {
            jpeg.With(0xE5, JpegBytes.Noise(65_000));
        }

        var bytes = jpeg.Build();
        var scanStart = bytes.Length - scanPadding - JpegBytes.Picture.Length + JpegBytes.ScanStartInPicture;

        var reading = Reading.Of(bytes);
        Assert.Equal(Expected(bytes, scanStart), (reading.Fingerprint, reading.Picture));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(70_000)]
    [InlineData(300_000)]
    public void What_is_no_JPEG_has_a_fingerprint_too(int length)
    {
        var bytes = JpegBytes.Noise(length);

        var reading = Reading.Of(bytes);
        Assert.Equal(Expected(bytes, 0), (reading.Fingerprint, reading.Picture));
    }

    [Fact]
    public void The_name_and_the_time_of_a_file_do_not_matter()
    {
        using var folder = new TemporaryFolder();
        var bytes = APhoto.At(47, 8).Bytes();
        var one = PhotoReader.Read(folder.Save("one.jpg", bytes));
        File.SetLastWriteTimeUtc(folder.Save("two.jpg", bytes), new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        var two = PhotoReader.Read(folder["two.jpg"]);

        Assert.Equal(one.Fingerprint, two.Fingerprint);
        Assert.Equal(new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc), two.ModifiedAt);
        Assert.Equal(bytes.Length, two.Size);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(60_000)]
    [InlineData(-1)]
    [InlineData(-16_000)]
    public void Another_byte_in_header_scan_or_tail_makes_another_fingerprint(int position)
    {
        var bytes = APhoto.At(47, 8).OfSize(300_000).Bytes();
        var before = Reading.Of(bytes).Fingerprint;

        bytes[position < 0 ? bytes.Length + position : position] ^= 1;

        Assert.NotEqual(before, Reading.Of(bytes).Fingerprint);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300_000)]
    public void Another_header_makes_another_fingerprint_of_the_same_picture(int size)
    {
        var one = Reading.Of(APhoto.At(47, 8).OfSize(size).Bytes());
        var two = Reading.Of(APhoto.At(47.5, 8).Camera("Trek", "A longer name").OfSize(size).Bytes());

        Assert.NotEqual(one.Fingerprint, two.Fingerprint);
        Assert.Equal(one.Picture, two.Picture);
    }

    private static (string Photo, string Picture) Expected(byte[] bytes, int scanStart)
    {
        var scan = bytes[scanStart..];
        var picture = SHA256.HashData([.. LengthOf(scan), .. scan[..Math.Min(scan.Length, ScanPart)], .. scan[Math.Max(0, scan.Length - TailPart)..]]);
        var photo = SHA256.HashData([.. LengthOf(bytes), .. SHA256.HashData(bytes[..scanStart]), .. picture]);
        return (Convert.ToHexStringLower(photo)[..32], Convert.ToHexStringLower(picture)[..32]);
    }

    private static byte[] LengthOf(byte[] bytes)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        return length;
    }
}
