using System.Text.Json.Nodes;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Pictures;
using MapThePaths.Emulator.MapillaryV3.Uploading;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Control;

/// <summary>The upload sessions of API v3, also those that the API no longer shows.</summary>
internal sealed class V3Report(Sessions sessions, Accounts accounts)
{
    public JsonArray Write() => new([.. sessions.All.Select(session => (JsonNode)Write(session))]);

    private JsonObject Write(Session session)
    {
        var now = sessions.Now;
        var publication = session.Publication;
        var images = publication?.IsProcessed(now) == true ? publication.Images : [];
        return new JsonObject
        {
            ["key"] = session.Key,
            ["user"] = accounts.ById(session.Opened.AccountId)!.Username,
            ["status"] = Status(session, now),
            ["created_at"] = IsoTime.Text(session.Opened.CreatedAt),
            ["published_at"] = publication is null ? null : IsoTime.Text(publication.Published.At),
            ["dry_run"] = publication?.Published.IsDryRun ?? false,
            ["error"] = session.FailedReason(now),
            ["photos"] = new JsonArray([.. session.Photos.Select(photo => (JsonNode)Write(photo, publication, images))]),
        };
    }

    private static string Status(Session session, DateTimeOffset now)
    {
        if (session.IsLost)
        {
            return "lost";
        }

        if (session.IsOpen)
        {
            return "open";
        }

        return session.FailedReason(now) is null ? "published" : "failed";
    }

    private static JsonObject Write(SessionPhoto photo, Publication? publication, IReadOnlyList<Image> images)
    {
        var image = images.FirstOrDefault(image => image.Name == photo.Name);
        return new JsonObject
        {
            ["name"] = photo.Name,
            ["bytes"] = photo.Bytes,
            ["times"] = photo.Times,
            ["published"] = publication?.Published.Photos.Any(published => published.Name == photo.Name) ?? false,
            ["image_key"] = image is { Dropped: null } ? image.Key : null,
            ["sequence_key"] = image is { Dropped: null } ? image.SequenceKey : null,
            ["dropped"] = image?.Dropped,
        };
    }
}
