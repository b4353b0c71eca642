using Dapper;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>How one look at a part is written: the part, its photos' life lines, the images, their sequences.</summary>
internal static class LookRows
{
    public static void Store(PartToFollow part, LookOutcome outcome, long at, SqliteConnection connection)
    {
        if (!StorePart(part, outcome, at, connection))
        {
            return;
        }

        StoreLifeLines(part, outcome, at, connection);
        StoreImages(part, outcome, at, connection);
        StoreSequences(part, outcome, at, connection);
        if (outcome.Session is { } session)
        {
            SessionRows.StoreShown(part.Destination, part.Account.Id, session, at, connection);
        }
    }

    private static bool StorePart(PartToFollow part, LookOutcome outcome, long at, SqliteConnection connection) => connection.Execute(
        """
        UPDATE part SET account_name = @name, state = @state, looks = looks + 1, next_look_at = @nextLookAt, error_code = @code, error = @message,
          published_at = CASE WHEN @state = 'publishing' THEN published_at ELSE COALESCE(published_at, @at) END
        WHERE id = @Id AND state IN ('publishing', 'processing', 'live')
        """,
        new
        {
            part.Id,
            name = part.Account.Name,
            at,
            state = outcome.State.Word(),
            nextLookAt = Milliseconds.Of(outcome.NextLookAt),
            code = outcome.Failure is null ? null : "destination",
            message = outcome.Failure,
        }) > 0;

    // The plus keeps the index on parts away: it would look at all photos of the part to find one.
    private static void StoreLifeLines(PartToFollow part, LookOutcome outcome, long at, SqliteConnection connection)
    {
        connection.Execute(
            "UPDATE life_line SET state = 'published', at = @at WHERE part_id = @Id AND state = 'sent' AND @state <> 'publishing'",
            new { part.Id, at, state = outcome.State.Word() });
        connection.Execute(
            """
            UPDATE life_line SET state = 'visible', at = CASE WHEN state = 'visible' THEN at ELSE @at END, image_id = @imageId, reason = NULL
            WHERE photo_id = @photoId AND +part_id = @Id AND (state <> 'visible' OR image_id IS NOT @imageId OR reason IS NOT NULL)
            """,
            outcome.Found.Select(found => new { part.Id, photoId = found.PhotoId, at, imageId = found.Image.Id }));
        connection.Execute(
            "UPDATE life_line SET reason = @code WHERE photo_id = @photoId AND +part_id = @Id AND state = 'visible'",
            outcome.Gone.Select(photoId => new { part.Id, photoId, code = Reason.ImageGone.Code }));
        if (outcome.Failure is not null)
        {
            MarkGivenUp(part, outcome.Failure, at, connection);
        }

        connection.Execute(
            "UPDATE life_line SET state = 'missing', at = @at WHERE photo_id = @photoId AND +part_id = @Id AND state = 'published'",
            outcome.Missing.Select(photoId => new { part.Id, photoId, at }));
    }

    private static void StoreImages(PartToFollow part, LookOutcome outcome, long at, SqliteConnection connection) => connection.Execute(
        """
        INSERT INTO remote_image (destination, image_id, remote_sequence_id, part_id, photo_id, taken_at, latitude, longitude,
          make, model, heading, camera_type, is_panorama, computed_latitude, computed_longitude,
          quality, is_private, user_id, user_name, organization_id, record, received_at)
        VALUES (@Destination, @imageId, @sequenceId, @Id, @photoId, @takenAt, @latitude, @longitude,
          @Make, @Model, @Heading, @CameraType, @IsPanorama, @computedLatitude, @computedLongitude,
          @Quality, @IsPrivate, @UserId, @UserName, @OrganizationId, @record, @at)
        ON CONFLICT (destination, image_id) DO UPDATE SET
          remote_sequence_id = excluded.remote_sequence_id, part_id = excluded.part_id, photo_id = excluded.photo_id,
          taken_at = excluded.taken_at, latitude = excluded.latitude, longitude = excluded.longitude,
          make = excluded.make, model = excluded.model, heading = excluded.heading, camera_type = excluded.camera_type,
          is_panorama = excluded.is_panorama, computed_latitude = excluded.computed_latitude,
          computed_longitude = excluded.computed_longitude, quality = excluded.quality, is_private = excluded.is_private,
          user_id = excluded.user_id, user_name = excluded.user_name, organization_id = excluded.organization_id, record = excluded.record, received_at = excluded.received_at
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
            found.Image.Make,
            found.Image.Model,
            found.Image.Heading,
            found.Image.CameraType,
            found.Image.IsPanorama,
            computedLatitude = found.Image.ComputedPosition?.Latitude,
            computedLongitude = found.Image.ComputedPosition?.Longitude,
            found.Image.Quality,
            found.Image.IsPrivate,
            found.Image.UserId,
            found.Image.UserName,
            found.Image.OrganizationId,
            record = found.Image.Record,
        }));

    private static void StoreSequences(PartToFollow part, LookOutcome outcome, long at, SqliteConnection connection) => connection.Execute(
        """
        INSERT INTO remote_sequence (destination, remote_sequence_id, part_id, captured_at, created_at, make, is_panorama, is_private,
          user_id, user_name, organization_id, image_ids, record, received_at)
        VALUES (@Destination, @remoteId, @Id, @capturedAt, @createdAt, @Make, @IsPanorama, @IsPrivate,
          @UserId, @UserName, @OrganizationId, @imageIds, @Record, @at)
        ON CONFLICT (destination, remote_sequence_id) DO UPDATE SET captured_at = excluded.captured_at, created_at = excluded.created_at,
          make = excluded.make, is_panorama = excluded.is_panorama, is_private = excluded.is_private, user_id = excluded.user_id,
          user_name = excluded.user_name, organization_id = excluded.organization_id, image_ids = excluded.image_ids,
          record = excluded.record, received_at = excluded.received_at
        """,
        outcome.Sequences.Select(sequence => new
        {
            part.Destination,
            part.Id,
            remoteId = sequence.Id,
            capturedAt = Milliseconds.Of(sequence.CapturedAt),
            createdAt = Milliseconds.Of(sequence.CreatedAt),
            sequence.Make,
            sequence.IsPanorama,
            sequence.IsPrivate,
            sequence.UserId,
            sequence.UserName,
            sequence.OrganizationId,
            imageIds = string.Join('\n', sequence.ImageIds),
            sequence.Record,
            at,
        }));

    // What the destination gave up is not there; the next send brings it anew.
    private static void MarkGivenUp(PartToFollow part, string failure, long at, SqliteConnection connection) => connection.Execute(
        """
        UPDATE life_line SET state = 'failed', at = @at, reason = @code, message = @failure, receipt = NULL
        WHERE part_id = @Id AND state = 'published'
        """,
        new { part.Id, at, code = Reason.RefusedByDestination.Code, failure });
}

/// <summary>What one look makes of a part.</summary>
/// <param name="Found">Photo ids and their images; each photo and each image once.</param>
/// <param name="Missing">Photo ids that nobody expects to see any more.</param>
/// <param name="Sequences">Remote sequences in which something is new.</param>
/// <param name="NextLookAt">Null when there is nothing more to look for.</param>
public sealed record LookOutcome(
    PartState State,
    IReadOnlyList<(long PhotoId, RemoteImage Image)> Found,
    IReadOnlyList<long> Missing,
    IReadOnlyList<RemoteSequence> Sequences,
    Instant? NextLookAt,
    string? Failure)
{
    /// <summary>Photo ids whose images were seen before and are not there now, as a whole comparison found. A mere look may miss some.</summary>
    public IReadOnlyList<long> Gone { get; init; } = [];

    /// <summary>The part's upload session as the destination still shows it; null when it does not.</summary>
    public RemoteSession? Session { get; init; }
}
