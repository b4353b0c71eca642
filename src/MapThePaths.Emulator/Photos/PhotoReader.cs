using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Xmp;
using Directory = MetadataExtractor.Directory;

namespace MapThePaths.Emulator.Photos;

/// <summary>Reads the header of an uploaded JPEG. The description goes before the EXIF tags (v4 §10.1, v3 §9.2).</summary>
internal static class PhotoReader
{
    /// <summary>Null when no JPEG header can be read.</summary>
    public static PhotoFacts? Read(Stream photo)
    {
        try
        {
            var directories = JpegMetadataReader.ReadMetadata(photo);
            var frame = directories.OfType<JpegDirectory>().FirstOrDefault();
            return frame is null ? null : Facts(directories, frame);
        }
        catch (Exception unreadable) when (unreadable is ImageProcessingException or IOException)
        {
            return null;
        }
    }

    private static PhotoFacts Facts(IReadOnlyList<Directory> directories, JpegDirectory frame)
    {
        var description = directories.OfType<ExifIfd0Directory>().FirstOrDefault()?.GetString(ExifDirectoryBase.TagImageDescription);
        var facts = ImageDescription.Read(description).Over(ExifFacts.Read(directories));
        return facts with { Width = frame.GetImageWidth(), Height = frame.GetImageHeight(), IsPanorama = IsPanorama(directories) };
    }

    /// <summary>Nothing but the photo says that it is a panorama (v4 §9.3 and §10.2, v3 §9.1).</summary>
    private static bool IsPanorama(IReadOnlyList<Directory> directories) =>
        directories.OfType<XmpDirectory>().SelectMany(xmp => xmp.GetXmpProperties()).Any(property =>
            property.Key == "GPano:ProjectionType" && property.Value.Equals("equirectangular", StringComparison.OrdinalIgnoreCase));
}
