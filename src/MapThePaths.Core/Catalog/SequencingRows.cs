using Dapper;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Catalog;

/// <summary>What Sequencing reads: a sequence, its photos, and the files that cannot take part.</summary>
public sealed class SequencingRows
{
    private readonly Database _database;

    internal SequencingRows(Database database) => _database = database;

    /// <summary>The sequence with this id or, if there is none, this name; null when unknown.</summary>
    public Sequence? Find(string idOrName) => _database.Read(connection => connection.QueryFirstOrDefault<SequenceRow>(
        """
        SELECT * FROM sequence
        WHERE CAST(id AS TEXT) = @idOrName OR name_key = @key
        ORDER BY CAST(id AS TEXT) = @idOrName DESC
        LIMIT 1
        """,
        new { idOrName, key = SequenceRow.KeyOf(idOrName) }))?.ToSequence();

    /// <summary>
    /// Forgets a sequence. Parts that destinations have published stay known, so that their photos are never sent again, and go to another sequence
    /// that has some of them, now or once there is one; what they have of unpublished parts is forgotten with them.
    /// </summary>
    public void Forget(long sequenceId) => _database.Write(connection =>
    {
        var parts = connection.Query<long>("SELECT id FROM part WHERE sequence_id = @sequenceId ORDER BY id", new { sequenceId }).ToList();
        SessionRows.Leave(parts, connection);
        connection.Execute(
            """
            DELETE FROM life_line
            WHERE state NOT IN ('published', 'visible', 'missing') AND part_id IN @parts;
            DELETE FROM part WHERE id IN @parts AND NOT EXISTS (SELECT 1 FROM life_line WHERE life_line.part_id = part.id);
            DELETE FROM sequence WHERE id = @sequenceId;
            """,
            new { sequenceId, parts });
        foreach (var partId in parts)
        {
            PartRows.GoOn(partId, connection);
        }
    });

    /// <summary>Stores the zone and the rules that a sequence has now.</summary>
    public void StoreSettings(Sequence sequence) => _database.Write(connection =>
        connection.Execute($"UPDATE sequence SET {SequenceRow.Settings} WHERE id = @Id", SequenceRow.From(sequence)));

    /// <summary>The photos that take part, by path.</summary>
    public IReadOnlyList<Photo> Photos(long sequenceId)
    {
        var texts = new SharedTexts();
        return _database.Read(connection => connection.Query<PhotoRow>(
            $"""
            SELECT {PhotoRow.Columns}, sequence_file.path
            FROM sequence_file JOIN photo ON photo.id = sequence_file.photo_id
            WHERE sequence_file.sequence_id = @sequenceId AND sequence_file.reason IS NULL
            ORDER BY sequence_file.path
            """,
            new { sequenceId },
            buffered: false).Select(row => row.ToPhoto(texts)).ToList());
    }

    /// <summary>The files that cannot take part whatever is edited: broken, unreadable, copies.</summary>
    public IReadOnlyList<LeftOut> UnusableFiles(long sequenceId) => _database.Read(connection => connection.Query<(string Path, string Reason, long? PhotoId, string? Twin)>(
        """
        SELECT file.path, file.reason, file.photo_id, (
          SELECT MIN(twin.path) FROM sequence_file AS twin
          WHERE file.reason = 'same-content' AND twin.photo_id = file.photo_id AND twin.sequence_id = file.sequence_id AND twin.reason IS NULL)
        FROM sequence_file AS file
        WHERE file.sequence_id = @sequenceId AND file.reason IS NOT NULL
        ORDER BY file.path
        """,
        new { sequenceId }).Select(row => new LeftOut(row.Path, Reason.Of(row.Reason), row.PhotoId) { Twin = row.Twin }).ToList());
}
