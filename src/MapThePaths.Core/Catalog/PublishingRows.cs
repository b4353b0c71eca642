using Dapper;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What Publishing reads and writes: complete parts, the intent to publish them, and the destination's answer.</summary>
public sealed class PublishingRows
{
    private readonly Database _database;

    internal PublishingRows(Database database) => _database = database;

    /// <summary>A part whose photos have arrived, with their receipts in the order of the sequence.</summary>
    public PartToPublish Part(long partId) => _database.Read(connection =>
    {
        var (number, sessionKey, dryRun, account, accountName) = connection.QuerySingle<(int, string, bool, string, string)>(
            "SELECT number, session_key, dry_run, account, account_name FROM part WHERE id = @partId", new { partId });
        var arrived = connection.Query<(string Receipt, long? At, long TakenAt, double Latitude, double Longitude)>(
            "SELECT receipt, sent_at, taken_at, latitude, longitude FROM life_line WHERE part_id = @partId AND state = 'sent' ORDER BY position", new { partId }).ToList();
        return new PartToPublish(partId, number, sessionKey, dryRun, arrived.ConvertAll(photo => photo.Receipt))
        {
            Account = new Account(account, accountName),
            Times = arrived.ConvertAll(photo => Milliseconds.ToInstant(photo.TakenAt)),
            Places = arrived.ConvertAll(photo => new GeoPoint(photo.Latitude, photo.Longitude)),
            LastArrivedAt = Milliseconds.ToInstant(arrived.Max(photo => photo.At)),
        };
    });

    /// <summary>
    /// Images that are there before a part is published are not of it. Kept of them are those that could be taken for its own later, unless a
    /// photo of another part may own them. What is known of an image already stays.
    /// </summary>
    // The plus keeps the index on parts away, as for looks.
    public void NoteEarlierImages(PartToPublish part, string destination, IReadOnlyList<RemoteImage> images, Instant now) => _database.Write(connection => connection.Execute(
        """
        INSERT INTO remote_image (destination, image_id, remote_sequence_id, taken_at, latitude, longitude, record, received_at)
        SELECT @destination, @imageId, @SequenceId, @takenAt, @Latitude, @Longitude, @Record, @at
        WHERE EXISTS (SELECT 1 FROM life_line WHERE destination = @destination AND account = @account AND taken_at = @takenAt AND +part_id = @partId)
          AND NOT EXISTS (
            SELECT 1 FROM life_line
            WHERE destination = @destination AND account = @account AND taken_at = @takenAt
              AND part_id <> @partId AND state IN ('sent', 'published', 'visible', 'missing'))
        ON CONFLICT (destination, image_id) DO NOTHING
        """,
        images.Select(image => new
        {
            destination,
            partId = part.Id,
            account = part.Account.Id,
            imageId = image.Id,
            image.SequenceId,
            takenAt = Milliseconds.Of(image.CapturedAt),
            image.Position.Latitude,
            image.Position.Longitude,
            image.Record,
            at = Milliseconds.Of(now),
        })));

    /// <summary>Stored, and on the disk, before the call that publishes: whatever happens then, the call is not made again blindly.</summary>
    public void MarkIntent(long partId, Instant now) => _database.WriteDurably(connection => connection.Execute(
        "UPDATE part SET state = 'publishing', intent_at = @now, error_code = NULL, error = NULL WHERE id = @partId",
        new { partId, now = Milliseconds.Of(now) }));

    public void MarkPublished(long partId, string publicationId, Instant now) => _database.WriteDurably(connection =>
    {
        connection.Execute(
            """
            UPDATE part SET state = 'processing', publication_id = @publicationId, published_at = @now, next_look_at = @now, looks = 0
            WHERE id = @partId
            """,
            new { partId, publicationId, now = Milliseconds.Of(now) });
        connection.Execute(
            "UPDATE life_line SET state = 'published', at = @now WHERE part_id = @partId AND state = 'sent'",
            new { partId, now = Milliseconds.Of(now) });
        SessionRows.MarkGone(partId, Milliseconds.Of(now), connection);
    });

    /// <summary>The destination said, or it is certain otherwise, that nothing was published.</summary>
    public void MarkNotPublished(long partId, PartState state, string code, string message) => _database.Write(connection => connection.Execute(
        "UPDATE part SET state = @state, intent_at = NULL, error_code = @code, error = @message WHERE id = @partId",
        new { partId, state = state.Word(), code, message }));

    /// <summary>The call that publishes was certainly not made.</summary>
    public void WithdrawIntent(long partId) => _database.Write(connection => connection.Execute(
        "UPDATE part SET state = 'uploaded', intent_at = NULL WHERE id = @partId", new { partId }));

    /// <summary>Nobody knows whether the part was published: it stays <c>publishing</c>, and looking for its images will tell.</summary>
    public void MarkUnclear(long partId, string code, string message, Instant now) => _database.Write(connection => connection.Execute(
        "UPDATE part SET error_code = @code, error = @message, next_look_at = @now, looks = 0 WHERE id = @partId",
        new { partId, code, message, now = Milliseconds.Of(now) }));

    /// <param name="endsSession">Whether the session, and what it holds, is of no more use.</param>
    public void MarkDryRun(long partId, bool endsSession, Instant now) => _database.Write(connection =>
    {
        var at = Milliseconds.Of(now);
        connection.Execute("UPDATE part SET state = 'dry_run', error_code = NULL, error = NULL WHERE id = @partId", new { partId });
        connection.Execute(
            """
            UPDATE life_line SET state = 'dry_run', at = @at, receipt = CASE WHEN @endsSession THEN NULL ELSE receipt END
            WHERE part_id = @partId AND state = 'sent'
            """,
            new { partId, endsSession, at });
        if (endsSession)
        {
            SessionRows.MarkGone(partId, at, connection);
        }
    });

    /// <summary>The session is gone at the destination, and nothing was published: all photos of the part wait again, for another one.</summary>
    public void ForgetSession(long partId, string code, string message, Instant now) => _database.WriteDurably(connection =>
        SessionRows.Lose(partId, code, message, Milliseconds.Of(now), connection));
}

/// <summary>A part whose photos have arrived.</summary>
/// <param name="Receipts">In the order of the sequence; not empty.</param>
public sealed record PartToPublish(long Id, int Number, string SessionKey, bool DryRun, IReadOnlyList<string> Receipts)
{
    public required Account Account { get; init; }

    /// <summary>When its photos were taken, as sent.</summary>
    public required IReadOnlyList<Instant> Times { get; init; }

    /// <summary>Where, as sent.</summary>
    public required IReadOnlyList<GeoPoint> Places { get; init; }

    /// <summary>When the newest of the receipts came; null when that is not known.</summary>
    public Instant? LastArrivedAt { get; init; }
}
