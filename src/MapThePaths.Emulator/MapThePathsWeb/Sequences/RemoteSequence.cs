using System.Text.Json.Nodes;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.MapThePathsWeb.Sequences;

/// <summary>What is taken over from Mapillary's sequence object (§5).</summary>
internal sealed record RemoteSequence(
    string Key, string Username, string? UserKey, string? CameraMake, string CapturedAt, IReadOnlyList<string> ImageKeys)
{
    /// <summary>Null when a member is missing without which the server crashes.</summary>
    public static RemoteSequence? Of(MapillaryAnswer answer)
    {
        try
        {
            var properties = answer.Body?["properties"]?.AsObject();
            var perImage = properties?["coordinateProperties"];
            var imageKeys = perImage?["image_keys"]?.AsArray().Select(key => (string)key!).ToList();
            var isWhole = perImage?["cas"] is JsonArray && answer.Body?["geometry"]?["coordinates"] is JsonArray { Count: > 0 };
            return isWhole && imageKeys is not null
                ? new RemoteSequence(
                    (string)properties!["key"]!,
                    (string)properties["username"]!,
                    (string?)properties["user_key"],
                    (string?)properties["camera_make"],
                    (string)properties["captured_at"]!,
                    imageKeys)
                : null;
        }
        catch (Exception unlike) when (unlike is InvalidOperationException or ArgumentNullException)
        {
            return null;
        }
    }

    public RowSaved Into(RowSaved row) => row with
    {
        SequenceKey = Key,
        Username = Username,
        UserKey = UserKey,
        CameraMake = CameraMake,
        CapturedAt = CapturedAt,
        ImageKeys = ImageKeys,
    };
}
