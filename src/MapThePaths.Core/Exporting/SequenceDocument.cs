using System.Text.Encodings.Web;
using System.Text.Json;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;
using NodaTime.Text;

namespace MapThePaths.Core.Exporting;

/// <summary><c>sequence.json</c>, as <c>docs/sequence-json.md</c> describes it: MTPDU's documented members (mtpdu.md §23.2) and ours. No secrets, no paths.</summary>
internal static class SequenceDocument
{
    public const string Schema = "mtpdu-sequence";
    public const int Version = 1;

    /// <summary>In a metre a second.</summary>
    private const double KilometresPerHour = 3.6;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly LocalDateTimePattern WallClock = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff");

    public static void Write(Stream stream, Export export)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteNumber("schema_version", Version);
        json.WriteStartObject("sequence");
        WriteSequence(json, export);
        json.WriteEndObject();
        json.WriteStartObject("photo");
        foreach (var part in export.Plan.Parts)
        {
            WritePart(json, export, part);
        }

        json.WriteEndObject();
        json.WriteStartArray("left_out");
        foreach (var leftOut in export.Plan.LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("filename", export.NameOf(leftOut.Path));
            json.WriteString("reason", leftOut.Reason.Code);
            WriteImages(json, export, leftOut.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSequence(Utf8JsonWriter json, Export export)
    {
        var (plan, sequence, totals) = (export.Plan, export.Plan.Sequence, export.Plan.Totals);
        json.WriteString("id", sequence.Uuid);
        json.WriteString("sequence_name", sequence.Name);
        json.WriteString("sequence_description", sequence.Description);
        json.WriteString("transport_type", sequence.Transport.ToString());
        WriteTexts(json, "tags", sequence.Tags);
        WriteTexts(json, "camera", plan.Cameras);
        json.WriteString("time_zone", sequence.TimeZone);
        json.WriteNumber("distance_km", Math.Round(totals.Metres / 1000, 6));
        json.WriteString("earliest_time", Export.Iso(totals.Earliest));
        json.WriteString("latest_time", Export.Iso(totals.Latest));
        json.WriteNumber("duration_sec", totals.Duration.TotalSeconds);
        json.WriteNumber("average_speed_kmh", Math.Round(totals.KilometresPerHour, 6));
        json.WriteNumber("photos", plan.PhotoCount);
        json.WriteNumber("parts", plan.Parts.Count);
        json.WriteBoolean("photo_from_video", value: false);
        json.WriteBoolean("nadir_added", value: false);
        json.WriteBoolean("blur_added", value: false);
        json.WriteBoolean("gps_track_added", plan.Edits.Any(edit => edit.Kind == "geotag"));
        json.WriteBoolean("gps_modified", plan.Parts.Any(part => part.Photos.Any(photo => GpsTags.Of(photo) is not null)));
        json.WriteString("created", Export.Iso(sequence.CreatedAt));
        json.WriteString("version", export.Program);
        WriteRules(json, sequence.Rules);
        WriteEdits(json, plan);
    }

    private static void WriteRules(Utf8JsonWriter json, SequencingRules rules)
    {
        json.WriteStartObject("rules");
        json.WriteNumber("max_gap_sec", rules.MaxGap);
        json.WriteNumber("max_jump_mtrs", rules.MaxJump);
        json.WriteNumber("duplicate_mtrs", rules.DuplicateMetres);
        json.WriteNumber("duplicate_deg", rules.DuplicateDegrees);
        json.WriteNumber("max_speed_kmh", rules.MaxSpeed);
        json.WriteNumber("zig_zag_mtrs", rules.ZigZagMetres);
        json.WriteNumber("spread_sec", rules.SpreadSeconds);
        json.WriteBoolean("mixes_cameras", rules.MixesCameras);
        WriteNumber(json, "max_photos", rules.MaxPhotos, 0);
        json.WriteEndObject();
    }

    private static void WriteEdits(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartArray("edits");
        foreach (var edit in plan.Edits)
        {
            json.WriteStartObject();
            json.WriteString("kind", edit.Kind);
            json.WriteString("text", edit.PublicText);
            json.WriteString("camera", edit.Camera);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, Export export, PlannedPart part)
    {
        for (var i = 0; i < part.Photos.Count; i++)
        {
            var photo = part.Photos[i];
            json.WriteStartObject(photo.Photo.Uuid.ToString());
            json.WriteNumber("part", part.Place);
            WriteOriginal(json, photo, hidesPlaces: export.Plan.HidesPlaces);
            WriteModified(json, photo, export.NameOf(photo.Photo.Path));
            WriteTexts(json, "warnings", photo.Warnings);
            json.WriteStartObject("connections");
            if (i > 0)
            {
                WriteConnection(json, part.Photos[i - 1], Connection.ToPrevious(photo, part.Photos[i - 1]));
            }

            if (i + 1 < part.Photos.Count)
            {
                WriteConnection(json, part.Photos[i + 1], Connection.ToNext(photo, part.Photos[i + 1]));
            }

            json.WriteEndObject();
            WriteImages(json, export, photo.Photo.Path);
            json.WriteEndObject();
        }
    }

    // Where the camera says it was may lie in a zone that an edit has moved the photo out of.
    private static void WriteOriginal(Utf8JsonWriter json, ArrangedPhoto photo, bool hidesPlaces)
    {
        var capture = photo.Photo.Capture;
        var isTold = !hidesPlaces || capture.Position == photo.Position;
        json.WriteStartObject("original");
        json.WriteString("filename", Path.GetFileName(photo.Photo.Path));
        json.WriteString("GPSDateTime", Export.Iso(capture.TakenAt));
        WriteClock(json, capture);
        WriteNumber(json, "altitude", isTold ? capture.Altitude : null, 3);
        json.WriteString("gps_altitude_ref", isTold ? capture.AltitudeReference.Word() : null);
        WriteNumber(json, "latitude", isTold ? capture.Position?.Latitude : null, 9);
        WriteNumber(json, "longitude", isTold ? capture.Position?.Longitude : null, 9);
        json.WriteString("gps_direction_ref", LetterOf(capture.HeadingReference));
        WriteNumber(json, "heading", capture.Heading, 3);
        WritePose(json, capture);
        WriteCamera(json, capture);
        json.WriteEndObject();
    }

    private static void WriteModified(Utf8JsonWriter json, ArrangedPhoto photo, string name)
    {
        json.WriteStartObject("modified");
        json.WriteString("filename", name);
        json.WriteString("GPSDateTime", Export.Iso(photo.TakenAt));
        WriteClock(json, photo.Photo.Capture);
        WriteNumber(json, "altitude", photo.Altitude, 3);
        json.WriteString("gps_altitude_ref", photo.AltitudeReference.Word());
        WriteNumber(json, "latitude", photo.Position.Latitude, 9);
        WriteNumber(json, "longitude", photo.Position.Longitude, 9);
        json.WriteString("gps_direction_ref", LetterOf(photo.HeadingReference));
        WriteNumber(json, "heading", photo.Heading, 3);
        WritePose(json, photo.Photo.Capture);
        WriteCamera(json, photo.Photo.Capture);
        json.WriteEndObject();
    }

    private static void WriteClock(Utf8JsonWriter json, Capture capture) =>
        json.WriteString("originalDateTime", capture.CameraTime is { } clock ? WallClock.Format(clock) : null);

    private static void WritePose(Utf8JsonWriter json, Capture capture)
    {
        WriteNumber(json, "pitch", capture.Pitch, 3);
        WriteNumber(json, "roll", capture.Roll, 3);
        WriteNumber(json, "gps_speed", capture.Speed * KilometresPerHour, 3);
    }

    private static void WriteCamera(Utf8JsonWriter json, Capture capture)
    {
        json.WriteString("camera_make", capture.Make);
        json.WriteString("camera_model", capture.Model);
        json.WriteString("projection", capture.Projection);
    }

    private static void WriteConnection(Utf8JsonWriter json, ArrangedPhoto neighbour, Connection connection)
    {
        json.WriteStartObject(neighbour.Photo.Uuid.ToString());
        WriteNumber(json, "distance_mtrs", connection.Distance, 6);
        WriteNumber(json, "elevation_mtrs", connection.Elevation, 3);
        WriteNumber(json, "time_sec", connection.Seconds, 3);
        WriteNumber(json, "speed_kmh", connection.Speed, 6);
        WriteNumber(json, "heading_deg", connection.Heading, 6);
        WriteNumber(json, "adj_heading_deg", connection.AdjustedHeading, 6);
        WriteNumber(json, "pitch_deg", connection.Pitch, 6);
        json.WriteEndObject();
    }

    private static void WriteImages(Utf8JsonWriter json, Export export, string path)
    {
        json.WriteStartArray("images");
        foreach (var line in export.LifeLines[path].Where(line => line.State is PhotoState.Published or PhotoState.Visible or PhotoState.Missing))
        {
            json.WriteStartObject();
            json.WriteString("destination", line.Destination);
            json.WriteString("account", line.Account);
            json.WriteString("state", line.State.Word());
            json.WriteString("since", Export.Iso(line.At));
            json.WriteString("image_id", line.ImageId);
            json.WriteString("sequence_id", export.RemoteSequenceOf(line));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value, int decimals)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, decimals));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    // As EXIF has it.
    private static string? LetterOf(NorthReference north) => north switch
    {
        NorthReference.TrueNorth => "T",
        NorthReference.MagneticNorth => "M",
        _ => null,
    };
}
