using Dapper;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What Following reads and writes: publications that are not all visible yet, and what the destination shows of them.</summary>
public sealed class FollowingRows
{
    private readonly Database _database;

    internal FollowingRows(Database database) => _database = database;

    /// <summary>The parts that a destination is not done with, of one sequence or (null) of all.</summary>
    public IReadOnlyList<PartToFollow> Parts(long? sequenceId) => _database.Read(connection => connection.Query<PartRow>(
        """
        SELECT id, sequence_id, destination, account, account_name, number, publication_id, COALESCE(published_at, intent_at) AS since, looks, next_look_at
        FROM part
        WHERE state IN ('publishing', 'processing') AND (@sequenceId IS NULL OR sequence_id = @sequenceId)
        ORDER BY sequence_id, destination, number
        """,
        new { sequenceId }).Select(row => row.ToPart()).ToList());

    /// <summary>The photos of a part that a destination has, as they were sent, in order.</summary>
    public IReadOnlyList<PhotoToFind> Photos(long partId) => _database.Read(connection => connection
        .Query<(long PhotoId, string Path, string State, long TakenAt, double Latitude, double Longitude)>(
            """
            SELECT photo_id, path, state, taken_at, latitude, longitude FROM life_line
            WHERE part_id = @partId AND state IN ('sent', 'published', 'visible', 'missing')
            ORDER BY position
            """,
            new { partId })
        .Select(row => new PhotoToFind(
            row.PhotoId,
            row.Path,
            StateWords.ParsePhoto(row.State),
            Milliseconds.ToInstant(row.TakenAt),
            new GeoPoint(row.Latitude, row.Longitude)))
        .ToList());

    /// <summary>Stores one look: the images that were recognised, the records of their sequences, and what that makes of the part.</summary>
    public void StoreLook(PartToFollow part, LookOutcome outcome, Instant now) => _database.Write(connection =>
    {
        var at = Milliseconds.Of(now);
        connection.Execute(
            """
            UPDATE part SET state = @state, looks = looks + 1, next_look_at = @nextLookAt, error_code = @code, error = @message,
              published_at = CASE WHEN @state = 'publishing' THEN published_at ELSE COALESCE(published_at, @at) END
            WHERE id = @Id
            """,
            new
            {
                part.Id,
                at,
                state = outcome.State.Word(),
                nextLookAt = Milliseconds.Of(outcome.NextLookAt),
                code = outcome.Failure is null ? null : "destination",
                message = outcome.Failure,
            });
        connection.Execute(
            "UPDATE life_line SET state = 'published', at = @at WHERE part_id = @Id AND state = 'sent' AND @state <> 'publishing'",
            new { part.Id, at, state = outcome.State.Word() });
        connection.Execute(
            "UPDATE life_line SET state = 'visible', at = @at, image_id = @imageId, reason = NULL WHERE part_id = @Id AND photo_id = @photoId AND state <> 'visible'",
            outcome.Found.Select(found => new { part.Id, photoId = found.PhotoId, at, imageId = found.Image.Id }));
        if (outcome.Failure is not null)
        {
            MarkGivenUp(part, outcome.Failure, at, connection);
        }

        connection.Execute(
            "UPDATE life_line SET state = 'missing', at = @at WHERE part_id = @Id AND photo_id = @photoId AND state = 'published'",
            outcome.Missing.Select(photoId => new { part.Id, photoId, at }));
        connection.Execute(
            """
            INSERT INTO remote_image (destination, image_id, remote_sequence_id, part_id, photo_id, taken_at, latitude, longitude, record, received_at)
            VALUES (@Destination, @imageId, @sequenceId, @Id, @photoId, @takenAt, @latitude, @longitude, @record, @at)
            ON CONFLICT (destination, image_id) DO UPDATE SET
              remote_sequence_id = excluded.remote_sequence_id, record = excluded.record, received_at = excluded.received_at
            """,
            outcome.Found.Select(found => new
            {
                part.Destination,
                part.Id,
                photoId = found.PhotoId,
                at,
                imageId = found.Image.Id,
                sequenceId = found.Image.SequenceId,
                takenAt = Milliseconds.Of(found.Image.CapturedAt),
                latitude = found.Image.Position.Latitude,
                longitude = found.Image.Position.Longitude,
                record = found.Image.Record,
            }));
        connection.Execute(
            """
            INSERT INTO remote_sequence (destination, remote_sequence_id, part_id, record, received_at)
            VALUES (@Destination, @remoteId, @Id, @record, @at)
            ON CONFLICT (destination, remote_sequence_id) DO UPDATE SET record = excluded.record, received_at = excluded.received_at
            """,
            outcome.SequenceRecords.Select(sequence => new { part.Destination, part.Id, remoteId = sequence.Key, record = sequence.Value, at }));
    });

    // What the destination gave up is not there; the next send brings it anew.
    private static void MarkGivenUp(PartToFollow part, string failure, long at, SqliteConnection connection) => connection.Execute(
        """
        UPDATE life_line SET state = 'failed', at = @at, reason = @code, message = @failure, receipt = NULL
        WHERE part_id = @Id AND state = 'published'
        """,
        new { part.Id, at, code = Reason.RefusedByDestination.Code, failure });

    private sealed record PartRow
    {
        public long Id { get; init; }

        public long SequenceId { get; init; }

        public string Destination { get; init; } = "";

        public string Account { get; init; } = "";

        public string AccountName { get; init; } = "";

        public int Number { get; init; }

        public string? PublicationId { get; init; }

        public long? Since { get; init; }

        public int Looks { get; init; }

        public long? NextLookAt { get; init; }

        public PartToFollow ToPart() => new(
            Id,
            SequenceId,
            Destination,
            new Account(Account, AccountName),
            Number,
            PublicationId,
            Milliseconds.ToInstant(Since ?? 0),
            Looks,
            Milliseconds.ToInstant(NextLookAt));
    }
}

/// <summary>A publication that is not all visible yet.</summary>
/// <param name="PublicationId">Null when the answer to publishing was lost.</param>
/// <param name="Since">When it was published, or was about to be.</param>
/// <param name="Looks">How often it was looked for so far.</param>
/// <param name="NextLookAt">Null when it was never looked for.</param>
public sealed record PartToFollow(
    long Id, long SequenceId, string Destination, Account Account, int Number, string? PublicationId, Instant Since, int Looks, Instant? NextLookAt);

/// <summary>A photo to be recognised among a destination's images.</summary>
public sealed record PhotoToFind(long PhotoId, string Path, PhotoState State, Instant TakenAt, GeoPoint Position);

/// <summary>What one look makes of a part.</summary>
/// <param name="Found">Photo ids and their images; each photo and each image once.</param>
/// <param name="Missing">Photo ids that nobody expects to see any more.</param>
/// <param name="SequenceRecords">Remote sequence id to its record.</param>
/// <param name="NextLookAt">Null when there is nothing more to look for.</param>
public sealed record LookOutcome(
    PartState State,
    IReadOnlyList<(long PhotoId, RemoteImage Image)> Found,
    IReadOnlyList<long> Missing,
    IReadOnlyDictionary<string, string> SequenceRecords,
    Instant? NextLookAt,
    string? Failure);
