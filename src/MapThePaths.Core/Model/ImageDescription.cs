using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime.Text;

namespace MapThePaths.Core.Model;

/// <summary>
/// The JSON that goes into a photo's EXIF ImageDescription: MTPDU's twelve members (mtpdu.md §23.1) and Mapillary's (mapillary-v4.md §10.1),
/// keys sorted, no blanks, ASCII only.
/// </summary>
public static class ImageDescription
{
    private static readonly InstantPattern CaptureTime = InstantPattern.CreateWithInvariantCulture("uuuu_MM_dd_HH_mm_ss_fff");

    public static string Of(Sequence sequence, ArrangedPhoto photo)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteWhatMapillaryReads(json, photo);
            WriteWhatMapThePathsReads(json, sequence, photo.Photo);
            json.WriteEndObject();
        }

        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    private static void WriteWhatMapillaryReads(Utf8JsonWriter json, ArrangedPhoto photo)
    {
        var capture = photo.Photo.Capture;
        if (photo.Altitude is { } altitude)
        {
            json.WriteNumber("MAPAltitude", Math.Round(altitude, 3));
        }

        WriteIfKnown(json, "MAPCameraUUID", capture.CameraId);
        json.WriteString("MAPCaptureTime", CaptureTime.Format(photo.TakenAt));
        WriteHeading(json, photo.Heading);
        WriteIfKnown(json, "MAPDeviceMake", capture.Make);
        WriteIfKnown(json, "MAPDeviceModel", capture.Model);
        json.WriteString("MAPFilename", Path.GetFileName(photo.Photo.Path));
        json.WriteNumber("MAPLatitude", Math.Round(photo.Position.Latitude, 7));
        json.WriteNumber("MAPLongitude", Math.Round(photo.Position.Longitude, 7));
        json.WriteNumber("MAPOrientation", capture.Orientation);
    }

    // Mapillary's own tool writes the same angle under both names, whichever it is; from which north it goes stands in the EXIF tags.
    private static void WriteHeading(Utf8JsonWriter json, double? heading)
    {
        if (heading is { } degrees)
        {
            var rounded = Math.Round(degrees, 3) % 360;
            json.WriteStartObject("MAPCompassHeading");
            json.WriteNumber("MagneticHeading", rounded);
            json.WriteNumber("TrueHeading", rounded);
            json.WriteEndObject();
        }
    }

    private static void WriteWhatMapThePathsReads(Utf8JsonWriter json, Sequence sequence, Photo photo)
    {
        json.WriteString("MTPImageCopy", "final_raw");
        json.WriteString("MTPImageProjection", photo.Capture.Projection);
        json.WriteString("MTPSequenceDescription", sequence.Description);
        json.WriteString("MTPSequenceName", sequence.Name);
        json.WriteStartArray("MTPSequenceTags");
        foreach (var tag in sequence.Tags)
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
        json.WriteString("MTPSequenceTransport", sequence.Transport.ToString());
        json.WriteString("MTPUploaderPhotoUUID", photo.Uuid);
        json.WriteString("MTPUploaderSequenceUUID", sequence.Uuid);
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
