using System.Text.Json;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A photo as it arrived at a service.</summary>
public sealed class ReceivedPhoto
{
    public ReceivedPhoto(string key, byte[] bytes)
    {
        Key = key;
        Bytes = bytes;
        using var stream = new MemoryStream(bytes);
        var description = ImageMetadataReader.ReadMetadata(stream)
            .OfType<ExifIfd0Directory>()
            .Select(directory => directory.GetString(ExifDirectoryBase.TagImageDescription))
            .Single(text => text is not null);
        RawDescription = description!;
        Description = JsonElement.Parse(description!);
    }

    public string Key { get; }

    public byte[] Bytes { get; }

    /// <summary>EXIF ImageDescription, to the letter.</summary>
    public string RawDescription { get; }

    public JsonElement Description { get; }

    public string FileName => Description.GetProperty("MAPFilename").GetString()!;
}
