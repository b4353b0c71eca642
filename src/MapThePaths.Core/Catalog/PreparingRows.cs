using Dapper;
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
    /// <param name="accounts">Only what these accounts have given, or nobody knows which; null for all accounts.</param>
    // The empty text keeps the index on times away: for every photo it would look at all that the destination has.
    public IReadOnlyList<LedgerEntry> Ledger(long sequenceId, string destination, IReadOnlyCollection<string>? accounts) => _database.Read(connection => connection.Query<LedgerRow>(
        $"""
        SELECT sequence_file.photo_id, life_line.path, life_line.account, life_line.state, part.state AS part_state, COALESCE(part.resend, 0) AS part_resend,
          CASE WHEN part.sequence_id = @sequenceId THEN part.number END AS part,
          life_line.taken_at, life_line.latitude, life_line.longitude, life_line.heading, life_line.turn, life_line.image_id, same_photo.has_other_picture
        FROM sequence_file
        JOIN same_photo ON same_photo.photo_id = sequence_file.photo_id
        JOIN life_line ON life_line.photo_id = same_photo.twin_id
        LEFT JOIN part ON part.id = life_line.part_id
        WHERE sequence_file.sequence_id = @sequenceId AND sequence_file.reason IS NULL
          AND life_line.destination || '' = @destination AND (@anybody OR life_line.account = '' OR life_line.account IN @accounts)
          AND (life_line.state IN ({Given}) OR (life_line.state = 'sent' AND part.state IN ({Committed})))
        ORDER BY sequence_file.path, life_line.account, same_photo.twin_id <> sequence_file.photo_id, life_line.at DESC
        """,
        new { sequenceId, destination, anybody = accounts is null, accounts = accounts ?? [] },
        buffered: false).DistinctBy(row => (row.PhotoId, row.Account)).Select(row => row.ToEntry()).ToList());

    /// <summary>Whether a run that was to send photos of this sequence again has not come to its end, or nobody is certain that it has.</summary>
    /// <param name="accounts">Of these; null for anybody's run.</param>
    public bool IsResending(long sequenceId, string destination, IReadOnlyCollection<string>? accounts) => _database.Read(connection => connection.ExecuteScalar<bool>(
        """
        SELECT EXISTS (
          SELECT 1 FROM part
          WHERE sequence_id = @sequenceId AND destination = @destination AND (@anybody OR account IN @accounts) AND resend AND state NOT IN ('processing', 'live'))
        """,
        new { sequenceId, destination, anybody = accounts is null, accounts = accounts ?? [] }));

    /// <summary>
    /// The numbers that parts of these photos have, or would be given by <see cref="Store"/>: those of the parts they go on with; the others count on
    /// from the highest that the sequence has at the destination, whoever sent it.
    /// </summary>
    /// <param name="accounts">Ids of those who may be the one that sends; null for anybody.</param>
    public IReadOnlyList<int> Numbers(long sequenceId, string destination, IReadOnlyCollection<string>? accounts, IReadOnlyList<IReadOnlyList<long>> parts) =>
        _database.Read(connection => Reconcile(sequenceId, destination, accounts, parts, connection).Numbers);

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
        var known = Reconcile(prepared.SequenceId, prepared.Destination, [prepared.Account.Id], [.. prepared.Parts.Select(part => part.PhotoIds)], connection);
        SessionRows.Leave(known.GivingWay, connection);
        connection.Execute("DELETE FROM part WHERE id IN @GivingWay", new { known.GivingWay });
        foreach (var (part, number) in prepared.Parts.Zip(known.Numbers))
        {
            var partId = known.Reusable.TryGetValue(KeyOf(part.PhotoIds), out var reusable)
                ? Reopen(reusable.Id, part, prepared, connection)
                : Insert(part, number, prepared, connection);
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

    // Parts that were never published and hold the same photos go on; the other such parts give way.
    private static KnownParts Reconcile(
        long sequenceId, string destination, IReadOnlyCollection<string>? accounts, IReadOnlyList<IReadOnlyList<long>> parts, SqliteConnection connection)
    {
        var keys = parts.Select(KeyOf).ToList();
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        var known = connection.Query<PartRow>(
            $"""
            SELECT id, number, (@anybody OR account IN @accounts) AND state NOT IN ({Committed}) AS is_open
            FROM part WHERE sequence_id = @sequenceId AND destination = @destination
            """,
            new { sequenceId, destination, anybody = accounts is null, accounts = accounts ?? [] }).ToList();
        var photos = connection
            .Query<(long PartId, long PhotoId)>(
                "SELECT part_id, photo_id FROM life_line WHERE part_id IN @open ORDER BY part_id, position",
                new { open = known.Where(part => part.IsOpen).Select(part => part.Id) })
            .ToLookup(row => row.PartId, row => row.PhotoId);
        var reusable = known.Where(part => part.IsOpen)
            .Select(part => (Key: KeyOf(photos[part.Id]), Part: part))
            .Where(part => wanted.Contains(part.Key))
            .DistinctBy(part => part.Key)
            .ToDictionary(part => part.Key, part => part.Part, StringComparer.Ordinal);
        var goingOn = reusable.Values.Select(part => part.Id).ToHashSet();
        var givingWay = known.FindAll(part => part.IsOpen && !goingOn.Contains(part.Id));
        var last = known.Except(givingWay).Select(part => part.Number).DefaultIfEmpty().Max();
        return new KnownParts(reusable, givingWay.ConvertAll(part => part.Id), keys.ConvertAll(key => reusable.TryGetValue(key, out var part) ? part.Number : ++last));
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

    private static long Insert(PreparedPart part, int number, PreparedSequence prepared, SqliteConnection connection) => connection.ExecuteScalar<long>(
        """
        INSERT INTO part (uuid, sequence_id, destination, account, account_name, number, cut_reason, state, dry_run, resend)
        VALUES (@Uuid, @SequenceId, @Destination, @account, @name, @number, @CutReason, 'draft', @DryRun, @Resend)
        RETURNING id
        """,
        new
        {
            Uuid = part.Uuid.ToString(),
            prepared.SequenceId,
            prepared.Destination,
            account = prepared.Account.Id,
            name = prepared.Account.Name,
            number,
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

    private sealed record PartRow
    {
        public long Id { get; init; }

        public int Number { get; init; }

        public bool IsOpen { get; init; }
    }

    /// <param name="Reusable">By their photos.</param>
    /// <param name="GivingWay">Ids of parts that are to go.</param>
    /// <param name="Numbers">Of the parts that are to be, in their order.</param>
    private sealed record KnownParts(IReadOnlyDictionary<string, PartRow> Reusable, IReadOnlyList<long> GivingWay, IReadOnlyList<int> Numbers);
}

/// <summary>A photo that a destination has, as it was sent.</summary>
/// <param name="Path">Where it was when it was sent.</param>
/// <param name="Account">Id of who sent it.</param>
/// <param name="IsUnclear">Its part is published perhaps; nobody knows.</param>
/// <param name="WasResent">It was sent again on purpose, by the last such run.</param>
/// <param name="Heading">Degrees; null when it was sent without one, or nobody knows.</param>
/// <param name="Part">Number of the part of this sequence that it is in; null when it is in none.</param>
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
    string? ImageId,
    int? Part)
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

    public int? Part { get; init; }

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
            ImageId,
            Part)
        {
            HasOtherPicture = HasOtherPicture,
            Turn = Turn,
        };
    }
}
