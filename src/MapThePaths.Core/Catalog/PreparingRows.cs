using Dapper;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What Preparing reads and writes: parts, and the life lines of their photos.</summary>
public sealed class PreparingRows
{
    private const string Committed = "'publishing', 'processing', 'live'";
    private const string Given = "'published', 'visible', 'missing'";

    // A receipt that was published is used up: whether the destination takes it twice is unknown.
    private const string ReceiptCounts =
        $"receipt IS NOT NULL AND description = excluded.description AND gps IS excluded.gps AND sent_at >= @since AND state NOT IN ({Given})"
        + " AND (NOT @SessionHoldsPhotos OR part_id = excluded.part_id)";

    private readonly Database _database;

    internal PreparingRows(Database database) => _database = database;

    /// <summary>
    /// The photos of a sequence that were already given to this destination for good, in whatever sequence that was: published, or arrived
    /// in a part whose publishing may have happened; itself, or before another program changed its file. A photo that failed is not there,
    /// whatever became of the others.
    /// </summary>
    /// <param name="accountId">Only what this account has given, or nobody knows which; null for all accounts.</param>
    // The empty text keeps the index on times away: for every photo it would look at all that the destination has.
    public IReadOnlyList<LedgerEntry> Ledger(long sequenceId, string destination, string? accountId) => _database.Read(connection => connection.Query<LedgerRow>(
        $"""
        SELECT sequence_file.photo_id, life_line.path, life_line.account, life_line.state, part.state AS part_state, COALESCE(part.resend, 0) AS part_resend,
          life_line.taken_at, life_line.latitude, life_line.longitude, life_line.heading, life_line.turn, life_line.image_id, same_photo.has_other_picture
        FROM sequence_file
        JOIN same_photo ON same_photo.photo_id = sequence_file.photo_id
        JOIN life_line ON life_line.photo_id = same_photo.twin_id
        LEFT JOIN part ON part.id = life_line.part_id
        WHERE sequence_file.sequence_id = @sequenceId AND sequence_file.reason IS NULL
          AND life_line.destination || '' = @destination AND (@accountId IS NULL OR life_line.account IN (@accountId, ''))
          AND (life_line.state IN ({Given}) OR (life_line.state = 'sent' AND part.state IN ({Committed})))
        ORDER BY sequence_file.path, life_line.account, same_photo.twin_id <> sequence_file.photo_id, life_line.at DESC
        """,
        new { sequenceId, destination, accountId },
        buffered: false).DistinctBy(row => (row.PhotoId, row.Account)).Select(row => row.ToEntry()).ToList());

    /// <summary>Whether a run that was to send photos of this sequence again has not come to its end.</summary>
    public bool IsResending(long sequenceId, string destination, Account account) => _database.Read(connection => connection.ExecuteScalar<bool>(
        $"""
        SELECT EXISTS (
          SELECT 1 FROM part
          WHERE sequence_id = @sequenceId AND destination = @destination AND account = @account AND resend AND state NOT IN ({Committed}))
        """,
        new { sequenceId, destination, account = account.Id }));

    /// <summary>
    /// A part whose publication nobody is certain of may be published again by the next run. Receipts that the destination has forgotten go.
    /// </summary>
    /// <param name="receiptsSince">Older receipts no longer count.</param>
    public void AllowAgain(long partId, Instant now, Instant receiptsSince) => _database.Write(connection =>
    {
        connection.Execute(
            """
            UPDATE part
            SET state = 'uploading', intent_at = NULL, next_look_at = NULL, looks = 0, error_code = NULL, error = NULL
            WHERE id = @partId AND state = 'publishing'
            """,
            new { partId });
        connection.Execute(
            """
            UPDATE life_line SET state = 'waiting', at = @now, receipt = NULL
            WHERE part_id = @partId AND state = 'sent' AND (sent_at IS NULL OR sent_at < @since)
            """,
            new { partId, now = Milliseconds.Of(now), since = Milliseconds.Of(receiptsSince) });
    });

    /// <summary>Leaves the upload sessions of parts that were never published: what was brought to them counts no longer.</summary>
    /// <returns>How many there were.</returns>
    public int DropSessions(long sequenceId, string destination, Instant now) => _database.Write(connection =>
    {
        var parts = connection.Query<long>(
            $"SELECT id FROM part WHERE sequence_id = @sequenceId AND destination = @destination AND session_key IS NOT NULL AND state NOT IN ({Committed})",
            new { sequenceId, destination }).ToList();
        parts.ForEach(partId => SessionRows.Drop(partId, Milliseconds.Of(now), connection));
        return parts.Count;
    });

    /// <summary>
    /// Stores the parts that are to be sent, in one step. Parts of the sequence that were never published give way to them; photos whose
    /// bytes are already there, and would be the same now, keep their receipts.
    /// </summary>
    /// <param name="receiptsSince">Older receipts no longer count: the destination forgets them.</param>
    public void Store(PreparedSequence prepared, Instant now, Instant receiptsSince) => _database.Write(connection =>
    {
        var reusable = ReusableParts(prepared, connection);
        var givingWay = connection.Query<long>(
            $"""
            SELECT id FROM part
            WHERE sequence_id = @SequenceId AND destination = @Destination AND account = @account
              AND state NOT IN ({Committed}) AND id NOT IN @reusable
            """,
            new { prepared.SequenceId, prepared.Destination, account = prepared.Account.Id, reusable = reusable.Values }).ToList();
        SessionRows.Leave(givingWay, connection);
        connection.Execute("DELETE FROM part WHERE id IN @givingWay", new { givingWay });
        foreach (var part in prepared.Parts)
        {
            var partId = reusable.TryGetValue(KeyOf(part.PhotoIds), out var known) ? Reopen(known, part, prepared, connection) : Insert(part, prepared, connection);
            StoreLifeLines(partId, part, prepared, now, receiptsSince, connection);
        }

        StoreLeftOut(prepared, now, connection);
        DeleteEmptied(prepared, connection);
    });

    // What was published in them was sent again on purpose; the images and sequences that came of it stay known.
    private static void DeleteEmptied(PreparedSequence prepared, SqliteConnection connection) => connection.Execute(
        """
        DELETE FROM part
        WHERE destination = @Destination AND account = @account
          AND NOT EXISTS (SELECT 1 FROM life_line WHERE life_line.part_id = part.id)
        """,
        new { prepared.Destination, account = prepared.Account.Id });

    private static Dictionary<string, long> ReusableParts(PreparedSequence prepared, SqliteConnection connection)
    {
        var wanted = prepared.Parts.Select(part => KeyOf(part.PhotoIds)).ToHashSet(StringComparer.Ordinal);
        return connection
            .Query<(long PartId, long PhotoId)>(
                $"""
                SELECT part.id, life_line.photo_id
                FROM part JOIN life_line ON life_line.part_id = part.id
                WHERE part.sequence_id = @SequenceId AND part.destination = @Destination AND part.account = @account
                  AND part.state NOT IN ({Committed})
                ORDER BY part.id, life_line.position
                """,
                new { prepared.SequenceId, prepared.Destination, account = prepared.Account.Id })
            .GroupBy(row => row.PartId)
            .Select(part => (Key: KeyOf(part.Select(row => row.PhotoId)), Id: part.Key))
            .Where(known => wanted.Contains(known.Key))
            .ToDictionary(known => known.Key, known => known.Id, StringComparer.Ordinal);
    }

    private static string KeyOf(IEnumerable<long> photoIds) => string.Join(',', photoIds);

    // A session whose publication the destination gave up is of no more use.
    private static long Reopen(long partId, PreparedPart part, PreparedSequence prepared, SqliteConnection connection)
    {
        connection.Execute(
            """
            UPDATE part
            SET cut_reason = @cut, dry_run = @DryRun, resend = MAX(resend, @Resend), account_name = @name, error_code = NULL, error = NULL,
              state = CASE WHEN state IN ('failed', 'dry_run', 'uploaded') THEN 'uploading' ELSE state END,
              session_key = CASE WHEN publication_id IS NULL AND NOT (@SessionHoldsPhotos AND state = 'dry_run') THEN session_key END,
              publication_id = NULL, intent_at = NULL, published_at = NULL, looks = 0, next_look_at = NULL
            WHERE id = @partId
            """,
            new { partId, cut = part.Cut.Code, prepared.DryRun, prepared.Resend, prepared.SessionHoldsPhotos, name = prepared.Account.Name });
        return partId;
    }

    private static long Insert(PreparedPart part, PreparedSequence prepared, SqliteConnection connection) => connection.ExecuteScalar<long>(
        """
        INSERT INTO part (uuid, sequence_id, destination, account, account_name, number, cut_reason, state, dry_run, resend)
        VALUES (@Uuid, @SequenceId, @Destination, @account, @name,
          (SELECT COALESCE(MAX(number), 0) + 1 FROM part
           WHERE sequence_id = @SequenceId AND destination = @Destination AND account = @account),
          @CutReason, 'draft', @DryRun, @Resend)
        RETURNING id
        """,
        new
        {
            Uuid = part.Uuid.ToString(),
            prepared.SequenceId,
            prepared.Destination,
            account = prepared.Account.Id,
            name = prepared.Account.Name,
            CutReason = part.Cut.Code,
            prepared.DryRun,
            prepared.Resend,
        });

    private static void StoreLifeLines(
        long partId, PreparedPart part, PreparedSequence prepared, Instant now, Instant receiptsSince, SqliteConnection connection) => connection.Execute(
        $"""
        INSERT INTO life_line (photo_id, destination, account, part_id, position, state, at, path, taken_at, latitude, longitude, heading, turn, description, gps)
        VALUES (@PhotoId, @Destination, @account, @partId, @position, 'waiting', @now, @Path, @takenAt, @Latitude, @Longitude, @Heading, @Turn, @Description, @gps)
        ON CONFLICT (photo_id, destination, account) DO UPDATE SET
          part_id = excluded.part_id,
          position = excluded.position,
          state = CASE WHEN {ReceiptCounts} THEN 'sent' ELSE 'waiting' END,
          receipt = CASE WHEN {ReceiptCounts} THEN receipt END,
          image_id = NULL,
          at = excluded.at,
          reason = NULL,
          message = NULL,
          path = excluded.path,
          taken_at = excluded.taken_at,
          latitude = excluded.latitude,
          longitude = excluded.longitude,
          heading = excluded.heading,
          turn = excluded.turn,
          description = excluded.description,
          gps = excluded.gps
        """,
        part.Photos.Select((photo, position) => new
        {
            photo.PhotoId,
            prepared.Destination,
            account = prepared.Account.Id,
            partId,
            position,
            now = Milliseconds.Of(now),
            photo.Path,
            takenAt = Milliseconds.Of(photo.TakenAt),
            photo.Position.Latitude,
            photo.Position.Longitude,
            photo.Heading,
            photo.Turn,
            photo.Description,
            gps = GpsText.Of(photo.Gps),
            since = Milliseconds.Of(receiptsSince),
            prepared.SessionHoldsPhotos,
        }));

    // A photo that was sent as part of another sequence is sent, whatever this sequence thinks of it.
    private static void StoreLeftOut(PreparedSequence prepared, Instant now, SqliteConnection connection) => connection.Execute(
        $"""
        INSERT INTO life_line (photo_id, destination, account, state, at, reason, path)
        VALUES (@PhotoId, @Destination, @account, 'left_out', @now, @Reason, @Path)
        ON CONFLICT (photo_id, destination, account) DO UPDATE SET
          state = 'left_out', at = excluded.at, reason = excluded.reason, message = NULL, part_id = NULL, position = NULL
        WHERE state NOT IN ({Given}) AND (part_id IS NULL OR state IN ('waiting', 'failed', 'left_out'))
        """,
        prepared.LeftOut.Where(left => left.PhotoId is not null && left.Reason != Reason.SameContent).Select(left => new
        {
            left.PhotoId,
            prepared.Destination,
            account = prepared.Account.Id,
            now = Milliseconds.Of(now),
            Reason = left.Reason.Code,
            left.Path,
        }));
}

/// <summary>A photo that a destination has, as it was sent.</summary>
/// <param name="Path">Where it was when it was sent.</param>
/// <param name="Account">Id of who sent it.</param>
/// <param name="IsUnclear">Its part is published perhaps; nobody knows.</param>
/// <param name="WasResent">It was sent again on purpose, by the last such run.</param>
/// <param name="Heading">Degrees; null when it was sent without one, or nobody knows.</param>
public sealed record LedgerEntry(
    long PhotoId,
    string Path,
    string Account,
    PhotoState State,
    bool IsUnclear,
    bool WasResent,
    Instant TakenAt,
    GeoPoint Position,
    double? Heading,
    string? ImageId)
{
    /// <summary>Its file has had another picture put in its place since.</summary>
    public bool HasOtherPicture { get; init; }

    /// <summary>Degrees by which a computed heading was turned; null for any other, or nobody knows.</summary>
    public double? Turn { get; init; }
}

/// <summary>A row behind <see cref="LedgerEntry"/>.</summary>
internal sealed record LedgerRow
{
    public long PhotoId { get; init; }

    public string Path { get; init; } = "";

    public string Account { get; init; } = "";

    public string State { get; init; } = "";

    public string? PartState { get; init; }

    public bool PartResend { get; init; }

    public long TakenAt { get; init; }

    public double Latitude { get; init; }

    public double Longitude { get; init; }

    public double? Heading { get; init; }

    public double? Turn { get; init; }

    public string? ImageId { get; init; }

    public bool HasOtherPicture { get; init; }

    public LedgerEntry ToEntry()
    {
        var state = StateWords.ParsePhoto(State);
        return new LedgerEntry(
            PhotoId,
            Path,
            Account,
            state,
            IsUnclear: state == PhotoState.Sent && PartState == StateWords.Word(Model.PartState.Publishing),
            WasResent: PartResend,
            Milliseconds.ToInstant(TakenAt),
            new GeoPoint(Latitude, Longitude),
            Heading,
            ImageId)
        {
            HasOtherPicture = HasOtherPicture,
            Turn = Turn,
        };
    }
}
