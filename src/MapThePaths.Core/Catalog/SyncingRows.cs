using Dapper;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What Syncing reads and writes: sequences that destinations show, their entries elsewhere, and what the user agreed to.</summary>
public sealed class SyncingRows
{
    private const string Published = "part.sequence_id IS NOT NULL AND part.state IN ('publishing', 'processing', 'live')";

    private readonly Database _database;

    internal SyncingRows(Database database) => _database = database;

    /// <summary>
    /// How the published parts of one sequence or (null) of all stand at a server: a row for each of their sequences at a destination, and one
    /// for a part that none is known of yet. In order of sequence, destination and part.
    /// </summary>
    public IReadOnlyList<EntryStatus> Entries(string server, IReadOnlyList<string> destinations, long? sequenceId) => _database.Read(connection => connection
        .Query<StatusRow>(
            $"""
            SELECT part.sequence_id, part.number AS part, part.destination, seen.remote_sequence_id AS sequence_key, @server AS server,
              entry.contract, entry.entry_id, entry.step, entry.step_at, entry.error_code, entry.error,
              COALESCE((SELECT agreed FROM entry_server WHERE server = @server), 0) AS is_agreed
            FROM part
            LEFT JOIN remote_image AS seen ON seen.part_id = part.id AND seen.remote_sequence_id IS NOT NULL
            LEFT JOIN entry ON entry.server = @server AND entry.destination = part.destination AND entry.sequence_key = seen.remote_sequence_id
            WHERE {Published} AND part.destination IN @destinations AND (@sequenceId IS NULL OR part.sequence_id = @sequenceId)
            GROUP BY part.id, seen.remote_sequence_id
            ORDER BY part.sequence_id, part.destination, part.account, part.number, MIN(seen.taken_at), seen.remote_sequence_id
            """,
            new { server, destinations, sequenceId })
        .Select(row => row.ToStatus())
        .ToList());

    /// <summary>Entries of one sequence or (null) of all that were begun, at whatever server.</summary>
    public IReadOnlyList<EntryStatus> Begun(long? sequenceId) => Begun("@id IS NULL OR part.sequence_id = @id", sequenceId);

    /// <summary>The entry with this id, which must exist.</summary>
    public EntryStatus Entry(long id) => Begun("entry.id = @id", id).Single();

    /// <summary>Begins an entry for every sequence that a destination shows and the server was not told of; answers all that are not synced.</summary>
    public IReadOnlyList<EntryToSync> Begin(EntryService service, string contract, long? sequenceId, Instant now) => _database.Write(connection =>
    {
        connection.Execute(
            $"""
            INSERT INTO entry (server, destination, sequence_key, part_id, contract, step, step_at)
            SELECT @Server, part.destination, seen.remote_sequence_id, MIN(part.id), @contract, 'new', @now
            FROM part JOIN remote_image AS seen ON seen.part_id = part.id AND seen.remote_sequence_id IS NOT NULL
            WHERE {Published} AND part.destination IN @Destinations AND (@sequenceId IS NULL OR part.sequence_id = @sequenceId)
            GROUP BY part.destination, seen.remote_sequence_id
            ON CONFLICT (server, destination, sequence_key) DO NOTHING
            """,
            new { service.Server, service.Destinations, contract, sequenceId, now = Milliseconds.Of(now) });
        return connection.Query<ToSyncRow>(
            """
            SELECT entry.id, entry.destination, entry.sequence_key, entry.step, entry.step_at, entry.entry_id, entry.error_code,
              part.account, part.account_name, part.number, sequence.name, sequence.description, sequence.tags, sequence.transport,
              (SELECT COUNT(*) FROM part AS other WHERE other.sequence_id = part.sequence_id AND other.destination = part.destination
                AND other.account = part.account) AS parts
            FROM entry
            JOIN part ON part.id = entry.part_id
            JOIN sequence ON sequence.id = part.sequence_id
            WHERE entry.server = @Server AND entry.destination IN @Destinations AND entry.step <> 'synced' AND (@sequenceId IS NULL OR part.sequence_id = @sequenceId)
            ORDER BY part.sequence_id, part.destination, part.account, part.number, entry.id
            """,
            new { service.Server, service.Destinations, sequenceId }).Select(row => row.ToEntry()).ToList();
    });

    /// <summary>Stored, and on the disk, before the call that makes the entry. An earlier one is forgotten.</summary>
    public void MarkCreating(long id, string contract, Instant now) => Move(id, EntryStep.Creating, contract, entryId: null, now);

    /// <summary>On the disk before anything is attached to the entry.</summary>
    public void MarkCreated(long id, string contract, string entryId, Instant now) => Move(id, EntryStep.Created, contract, entryId, now);

    /// <summary>Stored, and on the disk, before the call that attaches the sequence.</summary>
    public void MarkImporting(long id, string contract, Instant now) => Move(id, EntryStep.Importing, contract, entryId: null, now);

    public void MarkSynced(long id, string contract, string entryId, Instant now) => Move(id, EntryStep.Synced, contract, entryId, now);

    /// <summary>The call that was about to go out has certainly done nothing: back to where it stood before.</summary>
    public void Withdraw(long id) => _database.Write(connection => connection.Execute(
        "UPDATE entry SET step = CASE WHEN entry_id IS NULL THEN 'new' ELSE 'created' END WHERE id = @id", new { id }));

    /// <summary>Why the entry could not be brought further. Its step stays.</summary>
    public void NoteTrouble(long id, string errorCode, string error) => _database.Write(connection => connection.Execute(
        "UPDATE entry SET error_code = @errorCode, error = @error WHERE id = @id", new { id, errorCode, error }));

    /// <summary>What was found out of a server, and what its user agreed to; nulls for one that was never met.</summary>
    public EntryServerStatus Server(string server) => _database.Read(connection =>
    {
        var (contract, agreed, agreedAt) = connection.QuerySingleOrDefault<(string?, bool?, long?)>(
            "SELECT contract, agreed, agreed_at FROM entry_server WHERE server = @server", new { server });
        return new EntryServerStatus(contract, agreed, Milliseconds.ToInstant(agreedAt));
    });

    public void StoreContract(string server, string contract) => _database.Write(connection => connection.Execute(
        """
        INSERT INTO entry_server (server, contract) VALUES (@server, @contract)
        ON CONFLICT (server) DO UPDATE SET contract = excluded.contract
        """,
        new { server, contract }));

    /// <summary>The user's answer, whichever it is, until he says otherwise. When it is another one, what went wrong under the last one is no longer so.</summary>
    public void StoreConsent(string server, bool agreed, Instant now) => _database.WriteDurably(connection => connection.Execute(
        """
        UPDATE entry SET error_code = NULL, error = NULL
        WHERE server = @server AND NOT EXISTS (SELECT 1 FROM entry_server WHERE server = @server AND agreed = @agreed);
        INSERT INTO entry_server (server, agreed, agreed_at) VALUES (@server, @agreed, @now)
        ON CONFLICT (server) DO UPDATE SET agreed = excluded.agreed, agreed_at = excluded.agreed_at
        """,
        new { server, agreed, now = Milliseconds.Of(now) }));

    private void Move(long id, EntryStep step, string contract, string? entryId, Instant now) => _database.WriteDurably(connection => connection.Execute(
        """
        UPDATE entry SET step = @step, step_at = @now, contract = @contract,
          entry_id = CASE WHEN @step = 'creating' THEN NULL ELSE COALESCE(@entryId, entry_id) END, error_code = NULL, error = NULL
        WHERE id = @id
        """,
        new { id, step = step.Word(), contract, entryId, now = Milliseconds.Of(now) }));

    private List<EntryStatus> Begun(string condition, long? id) => _database.Read(connection => connection.Query<StatusRow>(
        $"""
        SELECT part.sequence_id, part.number AS part, entry.destination, entry.sequence_key, entry.server,
          entry.contract, entry.entry_id, entry.step, entry.step_at, entry.error_code, entry.error, COALESCE(entry_server.agreed, 0) AS is_agreed
        FROM entry
        JOIN part ON part.id = entry.part_id
        LEFT JOIN entry_server ON entry_server.server = entry.server
        WHERE part.sequence_id IS NOT NULL AND ({condition})
        ORDER BY part.sequence_id, entry.server, entry.destination, part.account, part.number, entry.id
        """,
        new { id }).Select(row => row.ToStatus()).ToList());

    private sealed record StatusRow
    {
        public long SequenceId { get; init; }

        public int Part { get; init; }

        public string Destination { get; init; } = "";

        public string? SequenceKey { get; init; }

        public string Server { get; init; } = "";

        public string? Contract { get; init; }

        public string? EntryId { get; init; }

        public string? Step { get; init; }

        public long? StepAt { get; init; }

        public string? ErrorCode { get; init; }

        public string? Error { get; init; }

        public bool IsAgreed { get; init; }

        public EntryStatus ToStatus() => new(SequenceId, Part, Destination, SequenceKey, Server)
        {
            Contract = Contract,
            EntryId = EntryId,
            Step = Step is null ? EntryStep.New : EntryWords.ParseStep(Step),
            At = Milliseconds.ToInstant(StepAt),
            ErrorCode = ErrorCode,
            Error = Error,
            IsAgreed = IsAgreed,
        };
    }

    private sealed record ToSyncRow
    {
        public long Id { get; init; }

        public string Destination { get; init; } = "";

        public string SequenceKey { get; init; } = "";

        public string Step { get; init; } = "";

        public long StepAt { get; init; }

        public string? EntryId { get; init; }

        public string? ErrorCode { get; init; }

        public string Account { get; init; } = "";

        public string AccountName { get; init; } = "";

        public int Number { get; init; }

        public int Parts { get; init; }

        public string Name { get; init; } = "";

        public string Description { get; init; } = "";

        public string Tags { get; init; } = "";

        public string Transport { get; init; } = "";

        public EntryToSync ToEntry() => new(Id, Destination, new Account(Account, AccountName), SequenceKey, EntryWords.ParseStep(Step), EntryId)
        {
            At = Milliseconds.ToInstant(StepAt),
            IsRefused = ErrorCode == EntryStatus.Refused,
            Text = new EntryText(
                Name,
                Parts > 1 ? Number : null,
                Description,
                SequenceRow.TransportOf(Transport),
                Words.Split(Tags)),
        };
    }
}

/// <summary>A sequence at a destination that a server is to be told of.</summary>
/// <param name="Account">Who sent it there.</param>
/// <param name="EntryId">Of the entry that we made for it; null while there is none that we know.</param>
public sealed record EntryToSync(long Id, string Destination, Account Account, string SequenceKey, EntryStep Step, string? EntryId)
{
    public required EntryText Text { get; init; }

    /// <summary>When it came to this step.</summary>
    public Instant At { get; init; }

    /// <summary>The server refused it last time.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>What is known of a server that lists sequences.</summary>
/// <param name="Contract">Its generation; null when it was never asked.</param>
/// <param name="Agreed">Whether the user lets it have the destination's token; null when he was never asked.</param>
public sealed record EntryServerStatus(string? Contract, bool? Agreed, Instant? AgreedAt);
