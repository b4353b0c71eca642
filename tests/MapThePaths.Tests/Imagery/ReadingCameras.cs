using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery;

public sealed class ReadingCameras
{
    [Theory]
    [InlineData("T", NorthReference.TrueNorth)]
    [InlineData("M", NorthReference.MagneticNorth)]
    [InlineData("", NorthReference.Unknown)]
    public void A_heading_keeps_its_north(string reference, NorthReference north)
    {
        var facts = Reading.FactsOf(new TiffBytes().GpsAscii(16, reference).GpsRational(17, 29139, 100));

        Assert.Equal(new Heading(291.39, north, CaptureSource.GpsImgDirection), facts.Heading);
        Assert.Equal(north == NorthReference.MagneticNorth, facts.Warnings.Contains(CaptureWarning.HeadingMagnetic));
    }

    [Theory]
    [InlineData(360, 0)]
    [InlineData(-90, 270)]
    [InlineData(0, 0)]
    public void A_heading_lies_between_0_and_below_360(int written, double degrees)
    {
        Assert.Equal(degrees, Reading.FactsOf(new TiffBytes().GpsSignedRational(17, written, 1)).Heading!.Value.Degrees);
    }

    [Fact]
    public void A_heading_of_1000_degrees_is_damage()
    {
        var facts = Reading.FactsOf(new TiffBytes().GpsRational(17, 1000, 1));

        Assert.Null(facts.Heading);
        Assert.Equal([CaptureWarning.ExifDamaged], facts.Warnings);
    }

    [Fact]
    public void The_lens_comes_before_the_panorama_and_both_before_the_movement()
    {
        var track = new TiffBytes().GpsAscii(14, "T").GpsRational(15, 30, 1);
        Assert.Equal(CaptureSource.GpsTrack, Reading.FactsOf(track).Heading!.Value.Source);

        var panorama = new JpegBytes().Exif(track).Xmp(XmpPacket.Of("GPano:PoseHeadingDegrees='20.5'"));
        Assert.Equal(new Heading(20.5, NorthReference.Unknown, CaptureSource.PoseHeading), Reading.FactsOf(panorama).Heading);

        var lens = new JpegBytes().Exif(track.GpsAscii(16, "T").GpsRational(17, 10, 1)).Xmp(XmpPacket.Of("GPano:PoseHeadingDegrees='20.5'"));
        Assert.Equal(CaptureSource.GpsImgDirection, Reading.FactsOf(lens).Heading!.Value.Source);
    }

    [Fact]
    public void A_panorama_tells_its_projection_pose_and_crop()
    {
        var facts = Reading.FactsOfXmp(
            "GPano:ProjectionType='equirectangular' GPano:PosePitchDegrees='-4.5' GPano:FullPanoWidthPixels='4000' " +
            "GPano:FullPanoHeightPixels='2000' GPano:CroppedAreaImageWidthPixels='4000'",
            "<GPano:PoseRollDegrees>1.25</GPano:PoseRollDegrees><GPano:CroppedAreaImageHeightPixels>1000.0</GPano:CroppedAreaImageHeightPixels>" +
            "<GPano:CroppedAreaLeftPixels>0</GPano:CroppedAreaLeftPixels><GPano:CroppedAreaTopPixels>500</GPano:CroppedAreaTopPixels>");

        Assert.Equal("equirectangular", facts.Projection);
        Assert.Equal(-4.5, facts.Pitch);
        Assert.Equal(1.25, facts.Roll);
        Assert.Equal(new PanoramaCrop(4000, 2000, 4000, 1000, 0, 500), facts.Crop);
    }

    [Fact]
    public void A_crop_larger_than_its_panorama_is_none()
    {
        var facts = Reading.FactsOfXmp(
            "GPano:FullPanoWidthPixels='4000' GPano:FullPanoHeightPixels='2000' GPano:CroppedAreaImageWidthPixels='4001' " +
            "GPano:CroppedAreaImageHeightPixels='1000' GPano:CroppedAreaLeftPixels='0' GPano:CroppedAreaTopPixels='0'");

        Assert.Null(facts.Crop);
    }

    [Fact]
    public void Without_a_panorama_a_photo_is_flat()
    {
        Assert.Equal("flat", Reading.FactsOf(new JpegBytes()).Projection);
    }

    [Fact]
    public void A_packet_that_ends_in_NUL_is_read()
    {
        Assert.Equal("equirectangular", Reading.FactsOf(new JpegBytes().Xmp(XmpPacket.Of("GPano:ProjectionType='equirectangular'") + "\0")).Projection);
    }

    [Fact]
    public void The_second_packet_adds_what_the_first_has_not()
    {
        var jpeg = new JpegBytes()
            .Xmp(XmpPacket.Of("GPano:ProjectionType='equirectangular'"))
            .Xmp(XmpPacket.Of("GPano:ProjectionType='cylindrical' GPano:PoseRollDegrees='3'"));

        Assert.Equal(("equirectangular", 3), (Reading.FactsOf(jpeg).Projection, Reading.FactsOf(jpeg).Roll));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">")]
    public void A_document_type_definition_is_refused(string definition)
    {
        var facts = Reading.FactsOf(new JpegBytes().Xmp(definition + XmpPacket.Of("GPano:ProjectionType='equirectangular'")));

        Assert.Equal("flat", facts.Projection);
        Assert.Contains(CaptureWarning.XmpDamaged, facts.Warnings);
    }

    [Fact]
    public void A_broken_packet_gives_what_stands_before_the_fault()
    {
        var packet = XmpPacket.Of("GPano:ProjectionType='equirectangular'", "<GPano:PoseRollDegrees>3</GPano:PoseRollDegrees>");
        var facts = Reading.FactsOf(new JpegBytes().Xmp(packet[..(packet.IndexOf("<GPano:PoseRoll", StringComparison.Ordinal) + 9)]));

        Assert.Equal("equirectangular", facts.Projection);
        Assert.Equal([CaptureWarning.XmpDamaged], facts.Warnings);
    }

    [Fact]
    public void A_packet_in_UTF_16_is_read()
    {
        var jpeg = new JpegBytes().Xmp(XmpPacket.Of("GPano:ProjectionType='equirectangular'"), System.Text.Encoding.Unicode);

        Assert.Equal("equirectangular", Reading.FactsOf(jpeg).Projection);
    }

    [Fact]
    public void Make_model_serials_and_orientation_are_read()
    {
        var facts = Reading.FactsOf(new TiffBytes(bigEndian: true).Ascii(0x010F, "Ricoh  ").Ascii(0x0110, "Theta Ünï").Short(0x0112, 6)
            .ExifAscii(0xA431, "B-1").ExifAscii(0xA435, "L-2"));

        Assert.Equal(("Ricoh", "Theta Ünï", 6), (facts.Make, facts.Model, facts.Orientation));
        Assert.Equal(("B-1", "L-2"), (facts.BodySerial, facts.LensSerial));
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(9, 1, true)]
    [InlineData(8, 8, false)]
    public void An_orientation_out_of_range_is_upright(ushort written, int orientation, bool damaged)
    {
        var facts = Reading.FactsOf(new TiffBytes().Short(0x0112, written));

        Assert.Equal(orientation, facts.Orientation);
        Assert.Equal(damaged, facts.Warnings.Contains(CaptureWarning.ExifDamaged));
    }

    [Fact]
    public void The_size_is_that_of_the_frame_and_not_what_EXIF_claims()
    {
        var facts = Reading.FactsOf(new JpegBytes().Exif(new TiffBytes().Short(0x0100, 9999).Short(0x0101, 9999)));

        Assert.Equal((JpegBytes.Width, JpegBytes.Height), (facts.Width, facts.Height));
    }

    [Fact]
    public void The_elevation_angle_is_the_pitch_of_a_flat_photo()
    {
        var facts = Reading.FactsOf(new TiffBytes().ExifBytes(0x9405, 10, 1, 0x9C, 0xFF, 0xFF, 0xFF, 10, 0, 0, 0));

        Assert.Equal(-10, facts.Pitch);
    }
}
