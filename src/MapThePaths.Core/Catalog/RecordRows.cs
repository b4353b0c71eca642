using Dapper;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What destinations have said of a sequence, word for word.</summary>
public sealed class RecordRows
{
    private readonly Database _database;

    internal RecordRows(Database database) => _database = database;

    /// <param name="destination">Null for all.</param>
    public IReadOnlyList<ReceivedRecord> Sequences(long sequenceId, string? destination) => Ask(
        """
        SELECT remote_sequence.destination, remote_sequence.remote_sequence_id AS id, remote_sequence.record, remote_sequence.received_at
        FROM remote_sequence JOIN part ON part.id = remote_sequence.part_id
        WHERE part.sequence_id = @sequenceId AND (@destination IS NULL OR remote_sequence.destination = @destination)
        ORDER BY remote_sequence.destination, part.number, remote_sequence.remote_sequence_id
        """,
        new { sequenceId, destination });

    /// <param name="destination">Null for all.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<ReceivedRecord> Images(long sequenceId, string? destination, int limit) => Ask(
        """
        SELECT remote_image.destination, remote_image.image_id AS id, remote_image.record, remote_image.received_at
        FROM remote_image JOIN part ON part.id = remote_image.part_id
        WHERE part.sequence_id = @sequenceId AND (@destination IS NULL OR remote_image.destination = @destination)
        ORDER BY remote_image.destination, remote_image.taken_at, remote_image.image_id
        LIMIT @limit
        """,
        new { sequenceId, destination, limit });

    /// <summary>Upload sessions of destinations that show them.</summary>
    /// <param name="destination">Null for all.</param>
    public IReadOnlyList<ReceivedRecord> Sessions(long sequenceId, string? destination) => Ask(
        """
        SELECT upload_session.destination, upload_session.session_key AS id, upload_session.record, upload_session.received_at,
          upload_session.state, upload_session.reason
        FROM upload_session JOIN part ON part.id = upload_session.part_id
        WHERE part.sequence_id = @sequenceId AND (@destination IS NULL OR upload_session.destination = @destination)
        ORDER BY upload_session.destination, part.number, upload_session.session_key
        """,
        new { sequenceId, destination });

    private List<ReceivedRecord> Ask(string question, object parameters) =>
        _database.Read(connection => connection.Query<Row>(question, parameters).Select(row => row.ToRecord()).ToList());

    private sealed record Row
    {
        public string Destination { get; init; } = "";

        public string Id { get; init; } = "";

        public string Record { get; init; } = "";

        public long ReceivedAt { get; init; }

        public string? State { get; init; }

        public string? Reason { get; init; }

        public ReceivedRecord ToRecord() => new(Destination, Id, Record, Milliseconds.ToInstant(ReceivedAt)) { State = State, Reason = Reason };
    }
}

/// <summary>One thing as a destination told of it.</summary>
/// <param name="Id">The destination's own.</param>
/// <param name="Record">JSON, as received.</param>
public sealed record ReceivedRecord(string Destination, string Id, string Record, Instant ReceivedAt)
{
    /// <summary>Of an upload session: open, failed or gone.</summary>
    public string? State { get; init; }

    /// <summary>Why a session failed, in the destination's words.</summary>
    public string? Reason { get; init; }
}
