using System.Globalization;
using System.Text.Json;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using NodaTime;
using NodaTime.Text;

namespace MapThePaths.Core.Importing;

/// <summary>
/// Reads JSON files of sequences: our own (<c>docs/sequence-json.md</c>) and the predecessor's, in the spelling that it documented and in the one that
/// it wrote (mtpdu.md §23.2). What is missing or of another type is passed over.
/// </summary>
public static class RecordedSequences
{
    private const string OurSchema = "mtpdu-sequence";
    private const int NewestVersion = 1;

    /// <exception cref="UserMistakeException">The file cannot be read, or is no sequence.</exception>
    public static RecordedSequence Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var json = JsonDocument.Parse(file);
            return Read(json.RootElement, path);
        }
        // A text with half a character is valid JSON, and no text.
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{path} cannot be read: {failure.Message}");
        }
    }

    private static RecordedSequence Read(JsonElement json, string path)
    {
        if (Member(json, "sequence") is not { } sequence || Member(json, "photo") is not { } photos)
        {
            throw new UserMistakeException($"{path} tells of no sequence: it has no members 'sequence' and 'photo'.");
        }

        var isOurs = Text(json, "schema") == OurSchema;
        if (isOurs && Number(json, "schema_version") > NewestVersion)
        {
            throw new UserMistakeException($"{path} was written by a newer version of the program. Use that one.");
        }

        var name = Text(sequence, "sequence_name", "uploader_sequence_name");
        var published = isOurs ? [] : Published(sequence);
        return new RecordedSequence
        {
            Uuid = Guid.TryParse(Text(sequence, "id"), out var id) ? id : null,
            Name = name,
            Description = Text(sequence, "sequence_description", "uploader_sequence_description") ?? "",
            Tags = [.. Tags(sequence).Where(SequenceLimits.IsTag).Distinct(StringComparer.OrdinalIgnoreCase).Take(SequenceLimits.MaxTags)],
            Transport = Transport(sequence),
            TimeZone = isOurs ? Text(sequence, "time_zone") : null,
            Rules = Member(sequence, "rules") is { } rules ? Rules(rules) : new RuleWishes(),
            Photos = [.. photos.EnumerateObject().Select(photo => isOurs ? OurPhoto(photo.Value) : FormerPhoto(photo.Value, name, published))],
            NotTakenOver = [.. NotTakenOver(sequence, isOurs)],
        };
    }

    private static RuleWishes Rules(JsonElement rules) => new()
    {
        MaxGap = Number(rules, "max_gap_sec"),
        MaxJump = Number(rules, "max_jump_mtrs"),
        DuplicateMetres = Number(rules, "duplicate_mtrs"),
        DuplicateDegrees = Number(rules, "duplicate_deg"),
        MaxSpeed = Number(rules, "max_speed_kmh"),
        ZigZagMetres = Number(rules, "zig_zag_mtrs"),
        SpreadSeconds = Number(rules, "spread_sec"),
        MixesCameras = Member(rules, "mixes_cameras") is { ValueKind: JsonValueKind.True or JsonValueKind.False } mixes ? mixes.GetBoolean() : null,
        MaxPhotos = Number(rules, "max_photos") is { } most and >= 1 and <= int.MaxValue ? (int)most : null,
    };

    private static RecordedPhoto OurPhoto(JsonElement photo)
    {
        var (original, modified) = (Member(photo, "original"), Member(photo, "modified"));
        var isComputed = Texts(photo, "warnings").Contains(Reason.HeadingComputed.Code, StringComparer.Ordinal) && Number(original, "heading") is null;
        return new RecordedPhoto(Names(Text(original, "filename"), Text(modified, "filename")))
        {
            Position = Position(modified),
            Altitude = Number(modified, "altitude"),
            Heading = isComputed ? null : Number(modified, "heading"),
            TakenAt = Time(Text(modified, "GPSDateTime")),
            Images = [.. Items(photo, "images").Select(ImageOf).OfType<RecordedImage>()],
        };
    }

    // It replaced every heading by a computed one and read times in the computer's zone (mtpdu.md §12, §22.1): only places are worth keeping.
    private static RecordedPhoto FormerPhoto(JsonElement photo, string? sequence, IReadOnlyList<RecordedImage> published)
    {
        var (original, modified) = (Member(photo, "original"), Member(photo, "modified"));
        var copy = Text(modified, "filename") ?? Text(photo, "filename");
        return new RecordedPhoto(Names(Text(original, "filename"), copy, WithoutPrefix(copy, sequence)))
        {
            Position = Position(modified),
            Altitude = Number(modified, "altitude"),
            Images = published,
        };
    }

    // Its copies are named Name_of_the_sequence_ORIGINAL.JPG (mtpdu.md §22).
    private static string? WithoutPrefix(string? copy, string? sequence)
    {
        var prefix = $"{sequence?.Replace(' ', '_')}_";
        return copy?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true ? copy[prefix.Length..] : null;
    }

    private static List<string> Names(params IEnumerable<string?> names) => [.. names.OfType<string>()
        .Select(name => name[(name.LastIndexOfAny(['/', '\\']) + 1)..]).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    // A session key says that it was on its way; nobody knows whether it arrived, so it counts as there.
    private static IReadOnlyList<RecordedImage> Published(JsonElement sequence) =>
        Member(Member(sequence, "destination"), "mapillary") is { } mapillary && IsThere(mapillary)
            ? [new RecordedImage("mapillary", "", PhotoState.Published, Since: null, ImageId: null)]
            : [];

    private static bool IsThere(JsonElement word) => word.ValueKind == JsonValueKind.True
        || (word.ValueKind == JsonValueKind.String && word.GetString() is { Length: > 0 } text && !text.StartsWith("Error", StringComparison.OrdinalIgnoreCase));

    private static RecordedImage? ImageOf(JsonElement image)
    {
        var state = StateWords.ParsePhoto(Text(image, "state") ?? "");
        return Text(image, "destination") is { } destination && state is PhotoState.Published or PhotoState.Visible or PhotoState.Missing
            ? new RecordedImage(destination, Text(image, "account") ?? "", state, Time(Text(image, "since")), Text(image, "image_id"))
            : null;
    }

    private static IEnumerable<string> NotTakenOver(JsonElement sequence, bool isOurs)
    {
        if (Tags(sequence).Any(tag => !SequenceLimits.IsTag(tag)) || Tags(sequence).Count() > SequenceLimits.MaxTags)
        {
            yield return "Some tags are not taken over: a tag has up to 30 letters, digits and hyphens, and there are 15 at most.";
        }

        if (isOurs)
        {
            yield break;
        }

        yield return "Headings and times are not taken over: that program computed all headings anew and wrote times without a zone. Your photos have the camera's; 'mtpdu edit' turns and shifts them.";
        if (Member(sequence, "destination") is { ValueKind: JsonValueKind.Object } destination)
        {
            if (destination.EnumerateObject().Any(member => member.Name is "google" or "strava" or "mtp"))
            {
                yield return "What it says of Google, Strava and Map the Paths Web is not taken over.";
            }

            if (destination.EnumerateObject().Any(member => member.Name.EndsWith("token", StringComparison.Ordinal)))
            {
                yield return "The file holds access tokens in plain text. They are not taken over; do not pass the file on.";
            }
        }
    }

    private static string? Transport(JsonElement sequence)
    {
        var parent = Text(sequence, "transport_type", "uploader_transport_type");
        return parent is not null && Text(sequence, "transport_method", "uploader_transport_method") is { } child ? $"{parent}-{child}" : parent;
    }

    private static IEnumerable<string> Tags(JsonElement sequence) => Texts(sequence, "tags").Concat(Texts(sequence, "uploader_tags"))
        .Select(tag => tag.Trim()).Where(tag => tag.Length > 0);

    private static GeoPoint? Position(JsonElement? facts) =>
        Number(facts, "latitude") is { } latitude && Number(facts, "longitude") is { } longitude && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new GeoPoint(latitude, longitude)
            : null;

    private static Instant? Time(string? text) => text is not null && InstantPattern.ExtendedIso.Parse(text) is { Success: true } time ? time.Value : null;

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private static string? Text(JsonElement? json, params string[] names) =>
        names.Select(name => Member(json, name)).OfType<JsonElement>().FirstOrDefault(member => member.ValueKind == JsonValueKind.String) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    // The predecessor wrote some numbers as text.
    private static double? Number(JsonElement? json, string name) => Member(json, name) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text when double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    private static JsonElement.ArrayEnumerator Items(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static IEnumerable<string> Texts(JsonElement? json, string name) => Member(json, name) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Split(','),
        _ => [],
    };
}
