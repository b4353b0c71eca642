using Dapper;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What people ask the catalog: which sequences there are, and where each photo is.</summary>
public sealed class OverviewRows
{
    private const string LifeLineOfFile = """
        JOIN same_photo ON same_photo.photo_id = sequence_file.photo_id
        JOIN life_line ON life_line.photo_id = same_photo.twin_id
          AND (same_photo.twin_id = sequence_file.photo_id OR NOT EXISTS (
            SELECT 1 FROM life_line AS own
            WHERE own.photo_id = sequence_file.photo_id AND own.destination = life_line.destination AND own.account = life_line.account))
        """;

    // What a whole comparison did not find again is not visible for people, although it may be in the next one.
    private const string ShownState = "CASE WHEN life_line.state = 'visible' AND life_line.reason = 'image-gone' THEN 'missing' ELSE life_line.state END";

    private const string Sent = "'sent', 'published', 'visible', 'missing'";

    private readonly Database _database;

    internal OverviewRows(Database database) => _database = database;

    /// <summary>All sequences, the newest first.</summary>
    public IReadOnlyList<SequenceSummary> Sequences() => _database.Read(connection => connection.Query<SequenceRow, long, SequenceSummary>(
        """
        SELECT sequence.*, (SELECT COUNT(*) FROM sequence_file WHERE sequence_file.sequence_id = sequence.id) AS files
        FROM sequence ORDER BY created_at DESC, id DESC
        """,
        (row, files) => new SequenceSummary(row.ToSequence(), (int)files),
        splitOn: "files").ToList());

    /// <summary>
    /// How many parts of one sequence or (null) of each are in which state, in order of sequence, destination and number. Looks at no photo.
    /// </summary>
    public IReadOnlyList<PartCount> PartCounts(long? sequenceId = null) => _database.Read(connection => connection
        .Query<(long SequenceId, string Destination, string State, int Count)>(
            """
            SELECT sequence_id, destination, state, COUNT(*) FROM part
            WHERE sequence_id IS NOT NULL AND (@sequenceId IS NULL OR sequence_id = @sequenceId)
            GROUP BY sequence_id, destination, state
            ORDER BY sequence_id, destination, MIN(account), MIN(number)
            """,
            new { sequenceId })
        .Select(row => new PartCount(row.SequenceId, row.Destination, StateWords.ParsePart(row.State), row.Count))
        .ToList());

    /// <summary>How the photos of a sequence's parts are at each destination. One that was sent as several files, or by several accounts, counts once.</summary>
    public IReadOnlyDictionary<string, PhotoCount> PhotoCounts(long sequenceId) => _database.Read(connection => connection
        .Query<(string Destination, int Photos, int Visible, int Missing, int Failed)>(
            $"""
            SELECT destination, COUNT(*), SUM(visible), SUM(missing AND NOT visible), SUM(failed AND NOT visible)
            FROM (
              SELECT part.destination, MAX({ShownState} = 'visible') AS visible, MAX({ShownState} = 'missing') AS missing, MAX(life_line.state = 'failed') AS failed
              FROM part JOIN life_line ON life_line.part_id = part.id
              WHERE part.sequence_id = @sequenceId
              GROUP BY part.destination, (SELECT MIN(twin_id) FROM same_photo WHERE same_photo.photo_id = life_line.photo_id)) AS shot
            GROUP BY destination
            """,
            new { sequenceId })
        .ToDictionary(row => row.Destination, row => new PhotoCount(row.Photos, row.Visible, row.Missing, row.Failed), StringComparer.Ordinal));

    /// <summary>
    /// Sequences with photos that were sent in a part of another one, and that other one; null where they were published by whomever before they came
    /// here. Looks at the first photo of each sequence and of each part, not at all of them: that suffices to say where to look.
    /// </summary>
    // Crossed, so that SQLite keeps this order: it would begin with all photos.
    public IReadOnlyDictionary<long, long?> SentWithOthers() => _database.Read(connection => connection
        .Query<(long SequenceId, long? OtherId)>(
            $"""
            SELECT id, MIN(other_id)
            FROM (
              SELECT sequence.id, part.sequence_id AS other_id
              FROM sequence
              CROSS JOIN sequence_file
              CROSS JOIN same_photo
              CROSS JOIN life_line
              LEFT JOIN part ON part.id = life_line.part_id
              WHERE sequence_file.sequence_id = sequence.id AND sequence_file.path = (SELECT MIN(path) FROM sequence_file WHERE sequence_id = sequence.id AND reason IS NULL)
                AND same_photo.photo_id = sequence_file.photo_id AND life_line.photo_id = same_photo.twin_id AND life_line.state IN ({Sent})
              UNION ALL
              SELECT sequence_file.sequence_id, part.sequence_id
              FROM part
              CROSS JOIN life_line
              CROSS JOIN same_photo
              CROSS JOIN sequence_file
              WHERE life_line.part_id = part.id AND life_line.position = (SELECT MIN(position) FROM life_line WHERE part_id = part.id)
                AND life_line.state IN ({Sent}) AND same_photo.twin_id = life_line.photo_id AND sequence_file.photo_id = same_photo.photo_id) AS shared
            WHERE other_id IS NULL OR other_id <> id
            GROUP BY id
            """)
        .ToDictionary(row => row.SequenceId, row => row.OtherId));

    /// <summary>The parts of one sequence or (null) of all, in order of sequence, destination and number.</summary>
    public IReadOnlyList<PartStatus> Parts(long? sequenceId) => Parts("@id IS NULL OR part.sequence_id = @id", sequenceId);

    /// <summary>Whether parts of a sequence at a destination are of more than one account.</summary>
    public bool HasSeveralAccounts(long sequenceId, string destination) => _database.Read(connection => connection.ExecuteScalar<bool>(
        "SELECT COUNT(DISTINCT account_name) > 1 FROM part WHERE sequence_id = @sequenceId AND destination = @destination", new { sequenceId, destination }));

    /// <summary>The sequence that a part belongs to; null for one whose sequence was forgotten, and for none.</summary>
    public long? SequenceOf(long partId) => _database.Read(connection => connection.ExecuteScalar<long?>("SELECT sequence_id FROM part WHERE id = @partId", new { partId }));

    /// <summary>Ids of the accounts of this name, in whatever case, that parts were sent with.</summary>
    public IReadOnlyList<string> AccountIds(string name) => _database.Read(connection => connection.Query<string>(
        "SELECT DISTINCT account FROM part WHERE account_name = @name COLLATE NOCASE", new { name }).ToList());

    /// <summary>The part with this id, which must exist.</summary>
    public PartStatus Part(long partId) => Parts("part.id = @id", partId).Single();

    private List<PartStatus> Parts(string condition, long? id) => _database.Read(connection => connection.Query<PartRow>(
        $"""
        SELECT part.id, part.sequence_id, part.destination, part.account_name, part.number, part.cut_reason, part.state, part.session_key,
          part.publication_id, part.intent_at, part.published_at, part.looks, part.next_look_at, part.error,
          COUNT(life_line.photo_id) AS photos,
          COUNT(CASE WHEN life_line.state IN ({Sent}) THEN 1 END) AS sent,
          COUNT(CASE WHEN {ShownState} = 'visible' THEN 1 END) AS visible,
          COUNT(CASE WHEN {ShownState} = 'missing' THEN 1 END) AS missing,
          COUNT(CASE WHEN life_line.state = 'failed' THEN 1 END) AS failed,
          COUNT(CASE WHEN life_line.state = 'dry_run' THEN 1 END) AS dry_run
        FROM part LEFT JOIN life_line ON life_line.part_id = part.id
        WHERE part.sequence_id IS NOT NULL AND ({condition})
        GROUP BY part.id
        ORDER BY part.sequence_id, part.destination, part.account, part.number
        """,
        new { id }).Select(row => row.ToStatus(RemoteSequences(row.Id))).ToList());

    /// <summary>
    /// Every life line of the photos of a sequence, by path, then destination. Where a photo has none of its own, the one that it had
    /// before another program changed its file.
    /// </summary>
    public IReadOnlyList<LifeLine> LifeLines(long sequenceId) => _database.Read(connection => connection.Query<LifeLineRow>(
        $"""
        SELECT sequence_file.path, life_line.photo_id, life_line.destination, life_line.account, part.account_name, part.number AS part, part.sequence_id, {ShownState} AS state, life_line.at,
          life_line.image_id, life_line.reason, life_line.message,
          CASE WHEN part.state = 'publishing' THEN part.intent_at END AS unclear_since,
          (SELECT GROUP_CONCAT(image_id, CHAR(10)) FROM remote_image
           WHERE remote_image.photo_id = life_line.photo_id AND remote_image.destination = life_line.destination
             AND remote_image.image_id IS NOT life_line.image_id
             AND NOT EXISTS (SELECT 1 FROM part AS its WHERE its.id = remote_image.part_id AND its.account <> life_line.account)) AS former_images
        FROM sequence_file
        {LifeLineOfFile}
        LEFT JOIN part ON part.id = life_line.part_id
        WHERE sequence_file.sequence_id = @sequenceId AND sequence_file.reason IS NOT 'same-content'
        ORDER BY sequence_file.path, life_line.destination, life_line.account
        """,
        new { sequenceId }).Select(row => row.ToLifeLine()).ToList());

    /// <summary>How the photos of a sequence stand at one destination, each once; photos that never were on their way there are not among them.</summary>
    /// <param name="account">Null for the one that was used last.</param>
    // The empty text keeps the index on times away: for every photo it would look at all that the destination has.
    public IReadOnlyList<PhotoStanding> Standings(long sequenceId, string destination, string? account) => _database.Read(connection => connection
        .Query<(long PhotoId, string State, string? PartState, bool IsDryRun, bool IsInTrouble, long? SentAt)>(
            $"""
            SELECT DISTINCT sequence_file.photo_id, {ShownState}, part.state, COALESCE(part.dry_run, 0), part.error IS NOT NULL, life_line.sent_at
            FROM sequence_file
            {LifeLineOfFile}
            LEFT JOIN part ON part.id = life_line.part_id
            WHERE sequence_file.sequence_id = @sequenceId AND life_line.destination || '' = @destination
              AND life_line.account = COALESCE(@account, (SELECT account FROM part WHERE destination = @destination ORDER BY id DESC LIMIT 1))
            """,
            new { sequenceId, destination, account })
        .Select(row => new PhotoStanding(
            row.PhotoId,
            StateWords.ParsePhoto(row.State),
            row.PartState is { } state ? StateWords.ParsePart(state) : null,
            row.IsDryRun,
            row.IsInTrouble,
            row.SentAt is { } sentAt ? Milliseconds.ToInstant(sentAt) : null))
        .ToList());

    /// <summary>
    /// Upload sessions that were left open, of one sequence or (null) of all; and, with all, those that no part has any more or that were
    /// never ours. Failed ones stand with their parts.
    /// </summary>
    public IReadOnlyList<SessionStatus> OpenSessions(long? sequenceId) => _database.Read(connection => connection
        .Query<(string Destination, string Key, long? SequenceId, int? Part, long? CreatedAt, long ReceivedAt)>(
            """
            SELECT upload_session.destination, upload_session.session_key, part.sequence_id, part.number, upload_session.created_at, upload_session.received_at
            FROM upload_session
            LEFT JOIN part ON part.id = upload_session.part_id AND part.session_key = upload_session.session_key
            WHERE upload_session.state = 'open' AND (@sequenceId IS NULL OR part.sequence_id = @sequenceId)
            ORDER BY upload_session.destination, part.sequence_id, part.number, upload_session.session_key
            """,
            new { sequenceId })
        .Select(row => new SessionStatus(
            row.Destination, row.Key, row.SequenceId, row.Part, Milliseconds.ToInstant(row.CreatedAt), Milliseconds.ToInstant(row.ReceivedAt)))
        .ToList());

    private List<string> RemoteSequences(long partId) => _database.Read(connection => connection.Query<string>(
        "SELECT DISTINCT remote_sequence_id FROM remote_image WHERE part_id = @partId AND remote_sequence_id IS NOT NULL ORDER BY 1",
        new { partId }).ToList());

    private sealed record PartRow
    {
        public long Id { get; init; }

        public long SequenceId { get; init; }

        public string Destination { get; init; } = "";

        public string AccountName { get; init; } = "";

        public int Number { get; init; }

        public string CutReason { get; init; } = "";

        public string State { get; init; } = "";

        public string? SessionKey { get; init; }

        public string? PublicationId { get; init; }

        public long? IntentAt { get; init; }

        public long? PublishedAt { get; init; }

        public int Looks { get; init; }

        public long? NextLookAt { get; init; }

        public string? Error { get; init; }

        public int Photos { get; init; }

        public int Sent { get; init; }

        public int Visible { get; init; }

        public int Missing { get; init; }

        public int Failed { get; init; }

        public int DryRun { get; init; }

        public PartStatus ToStatus(IReadOnlyList<string> remoteSequences) => new()
        {
            Id = Id,
            SequenceId = SequenceId,
            Destination = Destination,
            AccountName = AccountName,
            Number = Number,
            Cut = Reason.Of(CutReason),
            State = StateWords.ParsePart(State),
            SessionKey = SessionKey,
            PublicationId = PublicationId,
            IntentAt = Milliseconds.ToInstant(IntentAt),
            PublishedAt = Milliseconds.ToInstant(PublishedAt),
            Looks = Looks,
            NextLookAt = Milliseconds.ToInstant(NextLookAt),
            Error = Error,
            Photos = Photos,
            Sent = Sent,
            Visible = Visible,
            Missing = Missing,
            Failed = Failed,
            DryRun = DryRun,
            RemoteSequences = remoteSequences,
        };
    }

    private sealed record LifeLineRow
    {
        public string Path { get; init; } = "";

        public long PhotoId { get; init; }

        public string Destination { get; init; } = "";

        public string Account { get; init; } = "";

        public string? AccountName { get; init; }

        public int? Part { get; init; }

        public long? SequenceId { get; init; }

        public string State { get; init; } = "";

        public long At { get; init; }

        public string? ImageId { get; init; }

        public string? Reason { get; init; }

        public string? Message { get; init; }

        public long? UnclearSince { get; init; }

        public string? FormerImages { get; init; }

        public LifeLine ToLifeLine() => new(
            Path, PhotoId, Destination, Account, Part, StateWords.ParsePhoto(State), Milliseconds.ToInstant(At), ImageId, Reason, Message)
        {
            AccountName = AccountName,
            SequenceId = SequenceId,
            UnclearSince = Milliseconds.ToInstant(UnclearSince),
            FormerImages = (FormerImages ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries),
        };
    }
}

/// <summary>A sequence as a list shows it.</summary>
/// <param name="Files">Every file that was given for it, left out or not.</param>
public sealed record SequenceSummary(Sequence Sequence, int Files);

/// <summary>So many parts of a sequence are in the same state at a destination.</summary>
public sealed record PartCount(long SequenceId, string Destination, PartState State, int Count);

/// <summary>So many photos of a sequence are in its parts at a destination.</summary>
/// <param name="Missing">Of which no image is visible.</param>
public sealed record PhotoCount(int Photos, int Visible, int Missing, int Failed);

/// <summary>An upload session that is open: nothing of it is published.</summary>
/// <param name="SequenceId">Null when no part of ours uses it.</param>
/// <param name="Part">Number of the part that uses it; null likewise.</param>
/// <param name="CreatedAt">Null when the destination does not say.</param>
/// <param name="SeenAt">When the destination last showed it.</param>
public sealed record SessionStatus(string Destination, string Key, long? SequenceId, int? Part, Instant? CreatedAt, Instant SeenAt);
