using Dapper;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What Following reads and writes: publications that are not all visible yet, and what the destination shows of them.</summary>
public sealed class FollowingRows
{
    // A live part with another look to come has photos that are missing.
    private const string IsFollowed = "(state IN ('publishing', 'processing') OR (state = 'live' AND next_look_at IS NOT NULL))";

    private readonly Database _database;

    internal FollowingRows(Database database) => _database = database;

    /// <summary>The parts with photos to look for, of one sequence or (null) of all.</summary>
    public IReadOnlyList<PartToFollow> Parts(long? sequenceId) => Parts(
        $"{IsFollowed} AND (@sequenceId IS NULL OR sequence_id = @sequenceId)", sequenceId);

    /// <summary>The published parts that photos of a sequence are in, its own and those of others, also those that a destination is done with.</summary>
    public IReadOnlyList<PartToFollow> PublishedParts(long sequenceId) => Parts(
        """
        state IN ('publishing', 'processing', 'live') AND (sequence_id = @sequenceId OR id IN (
          SELECT life_line.part_id FROM sequence_file
          JOIN same_photo ON same_photo.photo_id = sequence_file.photo_id
          JOIN life_line ON life_line.photo_id = same_photo.twin_id
          WHERE sequence_file.sequence_id = @sequenceId))
        """,
        sequenceId);

    /// <summary>The photos of a sequence as destinations may know them, and where each lies now; one that was changed since under both contents.</summary>
    public IReadOnlyDictionary<long, string> PathsOfPhotos(long sequenceId) => _database.Read(connection => connection.Query<(long PhotoId, string Path)>(
        """
        SELECT same_photo.twin_id, COALESCE(MIN(CASE WHEN same_photo.photo_id = same_photo.twin_id THEN sequence_file.path END), MIN(sequence_file.path))
        FROM sequence_file JOIN same_photo ON same_photo.photo_id = sequence_file.photo_id
        WHERE sequence_file.sequence_id = @sequenceId GROUP BY same_photo.twin_id
        """,
        new { sequenceId }).ToDictionary(row => row.PhotoId, row => row.Path));

    /// <summary>The photos of a part that a destination has, as they were sent, in order. Empty when all of them were sent again in another part.</summary>
    public IReadOnlyList<PhotoToFind> Photos(long partId) => _database.Read(connection => connection.Query<PhotoToFindRow>(
        $"""
        {PhotoToFindRow.Select}
        WHERE life_line.part_id = @partId AND life_line.state IN ('sent', 'published', 'visible', 'missing')
        ORDER BY life_line.position
        """,
        new { partId }).Select(row => row.ToPhoto()).ToList());

    /// <summary>Photos of other parts that the same account took at the very millisecond of one of this part's, with another camera as a rule.</summary>
    public IReadOnlyList<PhotoToFind> TakenAtTheSameTime(PartToFollow part) => _database.Read(connection => connection.Query<PhotoToFindRow>(
        $"""
        {PhotoToFindRow.Select}
        WHERE life_line.destination = @Destination AND life_line.account = @account
          AND life_line.taken_at IN (SELECT own.taken_at FROM life_line AS own WHERE own.part_id = @Id)
          AND life_line.part_id <> @Id AND life_line.state IN ('sent', 'published', 'visible', 'missing')
        """,
        new { part.Id, part.Destination, account = part.Account.Id }).Select(row => row.ToPhoto()).ToList());

    /// <summary>Images in this span of capture times that are known to be of another publication: of another part, or of one that was sent again.</summary>
    public IReadOnlySet<string> ImagesOfOthers(PartToFollow part, Instant first, Instant last) => _database.Read(connection => connection.Query<string>(
        """
        SELECT image_id FROM remote_image
        WHERE destination = @Destination AND taken_at BETWEEN @first AND @last AND (part_id IS NULL OR part_id <> @Id)
        """,
        new { part.Id, part.Destination, first = Milliseconds.Of(first), last = Milliseconds.Of(last) }).ToHashSet(StringComparer.Ordinal));

    /// <summary>
    /// Stores one look: the images that were recognised, the records of their sequences, and what that makes of the part. Nothing, if
    /// another run has meanwhile begun to send the part again.
    /// </summary>
    public void StoreLook(PartToFollow part, LookOutcome outcome, Instant now) =>
        _database.Write(connection => LookRows.Store(part, outcome, Milliseconds.Of(now), connection));

    /// <summary>
    /// Destinations that may show open upload sessions. Of one sequence: where one of its own was open when they were last asked. Of all
    /// (null): where sessions were ever opened, or where that failed; the answer may have been lost, and then nothing is known of one that is open.
    /// </summary>
    public IReadOnlyList<string> DestinationsWithSessions(long? sequenceId) => _database.Read(connection => connection.Query<string>(
        """
        SELECT upload_session.destination FROM upload_session LEFT JOIN part ON part.id = upload_session.part_id
        WHERE @sequenceId IS NULL OR (upload_session.state = 'open' AND part.sequence_id = @sequenceId)
        UNION
        SELECT destination FROM part WHERE @sequenceId IS NULL AND session_key IS NULL AND error IS NOT NULL
        """,
        new { sequenceId }).ToList());

    /// <summary>All sessions that a destination shows an account. Those that it does not show any more are gone.</summary>
    /// <param name="askedAt">What another run has opened since then cannot be among them.</param>
    public void StoreSessions(string destination, Account account, IReadOnlyList<RemoteSession> sessions, Instant askedAt, Instant now) => _database.Write(connection =>
    {
        var at = Milliseconds.Of(now);
        connection.Execute(
            """
            UPDATE upload_session SET state = 'gone', received_at = @at
            WHERE destination = @destination AND account = @account AND state = 'open' AND session_key NOT IN @shown AND received_at <= @askedAt
            """,
            new { destination, account = account.Id, at, askedAt = Milliseconds.Of(askedAt), shown = sessions.Select(session => session.Key) });
        foreach (var session in sessions)
        {
            SessionRows.StoreShown(destination, account.Id, session, at, connection);
        }
    });

    /// <summary>Until then no part at this destination is worth a look.</summary>
    public void Postpone(string destination, Instant until) => _database.Write(connection => connection.Execute(
        $"""
        UPDATE part SET next_look_at = @until
        WHERE destination = @destination AND {IsFollowed} AND COALESCE(next_look_at, 0) < @until
        """,
        new { destination, until = Milliseconds.Of(until) }));

    private List<PartToFollow> Parts(string condition, long? sequenceId) => _database.Read(connection => connection.Query<PartRow>(
        $"""
        SELECT id, sequence_id, destination, account, account_name, number, state, session_key, publication_id, COALESCE(published_at, intent_at) AS since, looks, next_look_at,
          (SELECT created_at FROM upload_session WHERE destination = part.destination AND session_key = part.session_key) AS session_opened_at
        FROM part
        WHERE sequence_id IS NOT NULL AND {condition} AND EXISTS (
          SELECT 1 FROM life_line WHERE part_id = part.id AND life_line.state IN ('sent', 'published', 'visible', 'missing'))
        ORDER BY sequence_id, destination, number
        """,
        new { sequenceId }).Select(row => row.ToPart()).ToList());

    private sealed record PartRow
    {
        public long Id { get; init; }

        public long SequenceId { get; init; }

        public string Destination { get; init; } = "";

        public string Account { get; init; } = "";

        public string AccountName { get; init; } = "";

        public int Number { get; init; }

        public string State { get; init; } = "";

        public string? SessionKey { get; init; }

        public string? PublicationId { get; init; }

        public long? Since { get; init; }

        public int Looks { get; init; }

        public long? NextLookAt { get; init; }

        public long? SessionOpenedAt { get; init; }

        public PartToFollow ToPart() => new(
            Id,
            SequenceId,
            Destination,
            new Account(Account, AccountName),
            Number,
            StateWords.ParsePart(State),
            PublicationId,
            Milliseconds.ToInstant(Since ?? 0),
            Looks,
            Milliseconds.ToInstant(NextLookAt))
        {
            SessionKey = SessionKey,
            SessionOpenedAt = Milliseconds.ToInstant(SessionOpenedAt),
        };
    }
}

/// <summary>A publication, all visible or not.</summary>
/// <param name="PublicationId">Null when the answer to publishing was lost.</param>
/// <param name="Since">When it was published, or was about to be.</param>
/// <param name="Looks">How often it was looked for so far.</param>
/// <param name="NextLookAt">Null when it was never looked for, or need not be any more.</param>
public sealed record PartToFollow(
    long Id,
    long SequenceId,
    string Destination,
    Account Account,
    int Number,
    PartState State,
    string? PublicationId,
    Instant Since,
    int Looks,
    Instant? NextLookAt)
{
    /// <summary>Null when there was no session.</summary>
    public string? SessionKey { get; init; }

    /// <summary>By the destination's clock; null when it does not say.</summary>
    public Instant? SessionOpenedAt { get; init; }
}

/// <summary>A photo to be recognised among a destination's images.</summary>
/// <param name="TakenAt">As sent.</param>
/// <param name="Position">As sent.</param>
public sealed record PhotoToFind(long PhotoId, string Path, PhotoState State, Instant TakenAt, GeoPoint Position)
{
    public string? Make { get; init; }

    public string? Model { get; init; }

    /// <summary>The image it was recognised as; null when it never was.</summary>
    public string? ImageId { get; init; }

    /// <summary>The remote sequence that this image was in; null while there is none.</summary>
    public string? RemoteSequenceId { get; init; }
}

/// <summary>A row behind <see cref="PhotoToFind"/>.</summary>
internal sealed record PhotoToFindRow
{
    public const string Select = """
        SELECT life_line.photo_id, life_line.path, life_line.state, life_line.taken_at, life_line.latitude, life_line.longitude,
          life_line.image_id, photo.make, photo.model, remote_image.remote_sequence_id
        FROM life_line
        JOIN photo ON photo.id = life_line.photo_id
        LEFT JOIN remote_image ON remote_image.destination = life_line.destination AND remote_image.image_id = life_line.image_id
        """;

    public long PhotoId { get; init; }

    public string Path { get; init; } = "";

    public string State { get; init; } = "";

    public long TakenAt { get; init; }

    public double Latitude { get; init; }

    public double Longitude { get; init; }

    public string? ImageId { get; init; }

    public string? Make { get; init; }

    public string? Model { get; init; }

    public string? RemoteSequenceId { get; init; }

    public PhotoToFind ToPhoto() => new(
        PhotoId, Path, StateWords.ParsePhoto(State), Milliseconds.ToInstant(TakenAt), new GeoPoint(Latitude, Longitude))
    {
        Make = Make,
        Model = Model,
        ImageId = ImageId,
        RemoteSequenceId = RemoteSequenceId,
    };
}
