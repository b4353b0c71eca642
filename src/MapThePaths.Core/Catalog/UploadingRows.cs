using Dapper;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What Uploading reads and writes: parts on their way, and which of their photos have arrived.</summary>
public sealed class UploadingRows
{
    private readonly Database _database;

    internal UploadingRows(Database database) => _database = database;

    /// <summary>The parts of a sequence that are still to be sent, in order.</summary>
    public IReadOnlyList<PartToSend> Parts(long sequenceId, string destination, string account) => _database.Read(connection => connection
        .Query<(long Id, string Uuid, int Number, string? SessionKey)>(
            """
            SELECT id, uuid, number, session_key FROM part
            WHERE sequence_id = @sequenceId AND destination = @destination AND account = @account AND state IN ('draft', 'uploading')
            ORDER BY number
            """,
            new { sequenceId, destination, account })
        .Select(row => new PartToSend(row.Id, Guid.Parse(row.Uuid), row.Number, row.SessionKey))
        .ToList());

    /// <summary>Whether a part that was begun has lost its upload session.</summary>
    public bool HasPartWithoutSession(long sequenceId, string destination, string account) => _database.Read(connection => connection.ExecuteScalar<bool>(
        """
        SELECT EXISTS (SELECT 1 FROM part
          WHERE sequence_id = @sequenceId AND destination = @destination AND account = @account AND state = 'uploading' AND session_key IS NULL)
        """,
        new { sequenceId, destination, account }));

    /// <summary>How many photos of these parts have not arrived, and how many bytes their files had when they were imported.</summary>
    public (int Photos, long Bytes) Waiting(long sequenceId, string destination, string account) => _database.Read(connection => connection
        .QuerySingle<(int, long)>(
            """
            SELECT COUNT(*), COALESCE(SUM(file.size), 0)
            FROM part
            JOIN life_line ON life_line.part_id = part.id
            JOIN file ON file.path = life_line.path
            WHERE part.sequence_id = @sequenceId AND part.destination = @destination AND part.account = @account
              AND part.state IN ('draft', 'uploading') AND life_line.state = 'waiting'
            """,
            new { sequenceId, destination, account }));

    /// <summary>
    /// The photos of a part that have not arrived, in order: at most as many as the destination takes into a part. Failed ones are not among
    /// them. A photo whose path holds another picture by now has size -1, which no file has.
    /// </summary>
    public IReadOnlyList<PhotoToSend> Photos(long partId) => _database.Read(connection => Photos(partId, connection));

    /// <summary>
    /// Stores before the first byte of a run which session it goes to, and that from now on the destination must be asked what it has of these
    /// photos. In another session than before, photos that had arrived wait again.
    /// </summary>
    /// <returns><see cref="Photos(long)"/>, as they were before that.</returns>
    public IReadOnlyList<PhotoToSend> Begin(PartToSend part, OpenedSession session, Instant now) => _database.WriteDurably(connection =>
    {
        if (part.SessionKey is not null && part.SessionKey != session.Key)
        {
            SessionRows.Forget(part.Id, Milliseconds.Of(now), connection);
        }

        connection.Execute("UPDATE part SET state = 'uploading', session_key = @Key WHERE id = @Id", new { part.Id, session.Key });
        SessionRows.StoreOpened(part.Id, session, Milliseconds.Of(now), connection);
        var photos = Photos(part.Id, connection);
        connection.Execute("UPDATE life_line SET tried = 1 WHERE part_id = @Id", new { part.Id });
        return photos;
    });

    /// <summary>Stores that these photos have arrived, all in one step; but none whose part has lost the session that it was sent to.</summary>
    // The plus keeps the index on parts away: it would look at all photos of the part to find one.
    public void MarkSent(IReadOnlyList<SentPhoto> photos) => _database.Write(connection => connection.Execute(
        """
        UPDATE life_line SET state = 'sent', at = @now, sent_at = @now, receipt = @Receipt, bytes = @Bytes
        WHERE photo_id = @PhotoId AND +part_id = @PartId AND (SELECT session_key FROM part WHERE id = @PartId) = @Session
        """,
        photos.Select(sent => new { sent.Photo.PartId, sent.Photo.PhotoId, sent.Session, sent.Receipt, sent.Bytes, now = Milliseconds.Of(sent.At) })));

    /// <summary>The session is gone at the destination: all photos of the part wait again, for another one.</summary>
    public void ForgetSession(long partId, string code, string message, Instant now) => _database.WriteDurably(connection =>
        SessionRows.Lose(partId, code, message, Milliseconds.Of(now), connection));

    /// <summary>This photo will not arrive as it is; the part goes on without it.</summary>
    public void MarkFailed(PhotoToSend photo, Reason reason, string? message, Instant now) => _database.Write(connection => connection.Execute(
        """
        UPDATE life_line SET state = 'failed', at = @now, reason = @code, message = @message
        WHERE photo_id = @PhotoId AND +part_id = @PartId
        """,
        new { photo.PartId, photo.PhotoId, code = reason.Code, message, now = Milliseconds.Of(now) }));

    /// <summary>The destination will not take this part: none of its photos that wait will arrive. The next plan brings them anew.</summary>
    public void MarkRefused(long partId, string code, string message, Instant now) => _database.Write(connection =>
    {
        connection.Execute(
            "UPDATE part SET state = 'failed', error_code = @code, error = @message WHERE id = @partId", new { partId, code, message });
        connection.Execute(
            """
            UPDATE life_line SET state = 'failed', at = @now, reason = @reason, message = @message
            WHERE part_id = @partId AND state = 'waiting'
            """,
            new { partId, message, reason = Reason.RefusedByDestination.Code, now = Milliseconds.Of(now) });
    });

    /// <summary>Every photo of the part has arrived or failed. Answers whether there is anything to publish.</summary>
    public bool MarkUploaded(long partId) => _database.Write(connection => connection.Execute(
        """
        UPDATE part SET state = CASE WHEN EXISTS (SELECT 1 FROM life_line WHERE part_id = @partId AND state = 'sent') THEN 'uploaded' ELSE 'failed' END
        WHERE id = @partId
        """,
        new { partId }) > 0
        && connection.ExecuteScalar<string>("SELECT state FROM part WHERE id = @partId", new { partId }) == "uploaded");

    /// <summary>Why the part could not be brought further, for people to read. Its state stays: the next run goes on with it.</summary>
    public void NoteTrouble(long partId, string code, string message) => _database.Write(connection => connection.Execute(
        "UPDATE part SET error_code = @code, error = @message WHERE id = @partId", new { partId, code, message }));

    private static List<PhotoToSend> Photos(long partId, SqliteConnection connection) => connection.Query<PhotoToSend>(
        """
        SELECT life_line.part_id, life_line.photo_id, life_line.path, life_line.description, life_line.gps AS gps_text, life_line.tried,
          photo.fingerprint, COALESCE(file.size, -1) AS size, COALESCE(file.modified_at, 0) AS modified_at
        FROM life_line
        JOIN photo ON photo.id = life_line.photo_id
        LEFT JOIN file ON file.path = life_line.path AND file.photo_id = life_line.photo_id
        WHERE life_line.part_id = @partId AND life_line.state = 'waiting'
        ORDER BY life_line.position
        """,
        new { partId }).ToList();
}

/// <summary>A part that is to be sent.</summary>
/// <param name="SessionKey">Of the upload session opened earlier; null when there was none.</param>
public sealed record PartToSend(long Id, Guid Uuid, int Number, string? SessionKey);

/// <summary>A photo that is to be sent.</summary>
public sealed record PhotoToSend
{
    public long PartId { get; init; }

    public long PhotoId { get; init; }

    public string Path { get; init; } = "";

    /// <summary>The JSON for EXIF ImageDescription.</summary>
    public string Description { get; init; } = "";

    /// <summary>What else its header says because of edits; null for nothing.</summary>
    public GpsTags? Gps => Catalog.GpsText.Read(GpsText);

    /// <summary>As stored.</summary>
    internal string? GpsText { get; init; }

    /// <summary>Bytes of it may be at the destination from an earlier try.</summary>
    public bool Tried { get; init; }

    public string Fingerprint { get; init; } = "";

    /// <summary>Bytes, when it was imported.</summary>
    public long Size { get; init; }

    /// <summary>When it was last written to before it was imported: milliseconds since 1970, UTC.</summary>
    public long ModifiedAt { get; init; }
}

/// <summary>A photo that the destination has acknowledged.</summary>
/// <param name="Session">Key of the session that it was sent to.</param>
/// <param name="Receipt">What the destination gave for it.</param>
/// <param name="Bytes">How many were sent, the new header among them.</param>
public sealed record SentPhoto(PhotoToSend Photo, string Session, string Receipt, long Bytes, Instant At);
