using Dapper;
using Microsoft.Data.Sqlite;

namespace MapThePaths.Core.Catalog;

/// <summary>How parts outlive the sequences that sent them, within the transactions of others.</summary>
internal static class PartRows
{
    /// <summary>A part without a sequence goes to the oldest one that has photos of it, if there is any.</summary>
    public static void GoOn(long partId, SqliteConnection connection)
    {
        var heir = connection.ExecuteScalar<long?>(
            """
            SELECT MIN(sequence_file.sequence_id)
            FROM life_line
            JOIN same_photo ON same_photo.twin_id = life_line.photo_id
            JOIN sequence_file ON sequence_file.photo_id = same_photo.photo_id
            WHERE life_line.part_id = @partId
            """,
            new { partId });
        if (heir is { } sequenceId)
        {
            GoOnWith(sequenceId, partId, connection);
        }
    }

    /// <summary>A sequence takes over the parts without one that have photos of it.</summary>
    public static void TakeOver(long sequenceId, SqliteConnection connection)
    {
        if (!connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM part WHERE sequence_id IS NULL)"))
        {
            return;
        }

        var parts = connection.Query<long>(
            """
            SELECT DISTINCT part.id
            FROM sequence_file
            JOIN same_photo ON same_photo.photo_id = sequence_file.photo_id
            JOIN life_line ON life_line.photo_id = same_photo.twin_id
            JOIN part ON part.id = life_line.part_id
            WHERE sequence_file.sequence_id = @sequenceId AND +part.sequence_id IS NULL
            ORDER BY part.id
            """,
            new { sequenceId }).ToList();
        parts.ForEach(partId => GoOnWith(sequenceId, partId, connection));
    }

    private static void GoOnWith(long sequenceId, long partId, SqliteConnection connection) => connection.Execute(
        """
        UPDATE part SET sequence_id = @sequenceId, number = 1 + (
          SELECT COALESCE(MAX(number), 0) FROM part AS other
          WHERE other.sequence_id = @sequenceId AND other.destination = part.destination)
        WHERE id = @partId
        """,
        new { sequenceId, partId });
}
