using Dapper;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What editing reads and writes: the edits of a sequence, and how it is described.</summary>
public sealed class EditingRows
{
    private readonly Database _database;

    internal EditingRows(Database database) => _database = database;

    /// <summary>Those that count, in order; undone ones are not among them.</summary>
    public IReadOnlyList<RecordedEdit> Edits(long sequenceId) => _database.Read(connection => Load(sequenceId, undone: false, connection));

    /// <summary>Those that can be brought back, the next one first.</summary>
    public IReadOnlyList<RecordedEdit> Undone(long sequenceId) => _database.Read(connection => Load(sequenceId, undone: true, connection));

    /// <summary>
    /// Stores how a sequence is described from now on, and its zone and rules, and adds edits behind those that count: all of it or nothing. With an
    /// edit, what was undone is gone for good.
    /// </summary>
    /// <param name="described">Null where that stays.</param>
    /// <param name="undoFirst">So many of the last edits are taken back before.</param>
    /// <returns>False, and nothing is stored, when another sequence has the name.</returns>
    public bool Change(long sequenceId, Sequence? described, int undoFirst, IReadOnlyList<RecordedEdit> edits, Instant now) => _database.Write(connection =>
    {
        if (described is not null && !Describe(described, connection))
        {
            return false;
        }

        for (var undone = 0; undone < undoFirst; undone++)
        {
            Undo(sequenceId, connection);
        }

        if (edits.Count > 0)
        {
            Add(sequenceId, edits, now, connection);
        }

        return true;
    });

    /// <summary>Takes the last edit back; false when there is none.</summary>
    public bool Undo(long sequenceId) => _database.Write(connection => Undo(sequenceId, connection));

    /// <summary>Brings the edit back that was taken back last; false when there is none.</summary>
    public bool Redo(long sequenceId) => _database.Write(connection => connection.Execute(
        """
        UPDATE sequence_edit SET undone = 0
        WHERE sequence_id = @sequenceId AND number = (SELECT MIN(number) FROM sequence_edit WHERE sequence_id = @sequenceId AND undone)
        """,
        new { sequenceId }) > 0);

    private static bool Undo(long sequenceId, SqliteConnection connection) => connection.Execute(
        """
        UPDATE sequence_edit SET undone = 1
        WHERE sequence_id = @sequenceId AND number = (SELECT MAX(number) FROM sequence_edit WHERE sequence_id = @sequenceId AND NOT undone)
        """,
        new { sequenceId }) > 0;

    private static void Add(long sequenceId, IReadOnlyList<RecordedEdit> edits, Instant now, SqliteConnection connection)
    {
        connection.Execute("DELETE FROM sequence_edit WHERE sequence_id = @sequenceId AND undone", new { sequenceId });
        foreach (var edit in edits)
        {
            var id = connection.ExecuteScalar<long>(
                """
                INSERT INTO sequence_edit (sequence_id, number, kind, parameters, made_at)
                VALUES (@sequenceId, (SELECT COALESCE(MAX(number), 0) + 1 FROM sequence_edit WHERE sequence_id = @sequenceId), @Kind, @Parameters, @now)
                RETURNING id
                """,
                new { sequenceId, edit.Kind, edit.Parameters, now = Milliseconds.Of(now) });
            connection.Execute(
                "INSERT INTO track_fix (edit_id, at, latitude, longitude, altitude) VALUES (@id, @at, @Latitude, @Longitude, @Altitude)",
                edit.Fixes.Select(fix => new { id, at = Milliseconds.Of(fix.At), fix.Position.Latitude, fix.Position.Longitude, fix.Altitude }));
        }
    }

    private static bool Describe(Sequence sequence, SqliteConnection connection) => connection.Execute(
        $"""
        UPDATE OR IGNORE sequence
        SET name = @Name, name_key = @NameKey, description = @Description, tags = @Tags, transport = @Transport, {SequenceRow.Settings}
        WHERE id = @Id
        """,
        SequenceRow.From(sequence)) > 0;

    private static List<RecordedEdit> Load(long sequenceId, bool undone, SqliteConnection connection) => [.. connection
        .Query<(long Id, int Number, string Kind, string Parameters)>(
            "SELECT id, number, kind, parameters FROM sequence_edit WHERE sequence_id = @sequenceId AND undone = @undone ORDER BY number",
            new { sequenceId, undone })
        .Select(row => new RecordedEdit(row.Number, row.Kind, row.Parameters, Fixes(row.Id, connection), undone))];

    private static List<TrackFix> Fixes(long editId, SqliteConnection connection) => [.. connection
        .Query<(long At, double Latitude, double Longitude, double? Altitude)>(
            "SELECT at, latitude, longitude, altitude FROM track_fix WHERE edit_id = @editId ORDER BY at", new { editId }, buffered: false)
        .Select(row => new TrackFix(Milliseconds.ToInstant(row.At), new GeoPoint(row.Latitude, row.Longitude), row.Altitude))];
}
