using System.Text.Json.Nodes;
using MapThePaths.Emulator.MapillaryV3.Storage;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Uploading;

/// <summary>The open (§6.1) and the failed (§6.6) upload session object.</summary>
internal sealed class SessionObject(string clientId, FormPolicy policy)
{
    public const string ImageSequence = "images/sequence";

    /// <summary>An open session is signed anew each time it is shown: our reading of <c>signed_at</c> (§6.5).</summary>
    public JsonObject Write(Session session, DateTimeOffset now, string origin)
    {
        var written = new JsonObject
        {
            ["client"] = clientId,
            ["created_at"] = IsoTime.Text(session.Opened.CreatedAt),
            ["key"] = session.Key,
            ["type"] = ImageSequence,
        };
        if (session.FailedReason(now) is { } reason)
        {
            written["status"] = "failed";
            written["error"] = new JsonObject { ["reason"] = reason };
            return written;
        }

        written["status"] = "open";
        written["fields"] = Fields(session, now);
        written["key_prefix"] = session.KeyPrefix;
        written["signed_at"] = IsoTime.Text(now);
        written["url"] = origin + Bucket.Path;
        return written;
    }

    private JsonObject Fields(Session session, DateTimeOffset now)
    {
        var fields = new JsonObject();
        foreach (var (name, value) in policy.Sign(session.KeyPrefix, now))
        {
            fields[name] = value;
        }

        return fields;
    }
}
