using Dapper;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What a list of sequences asks beside their own rows. Looks at as few photos as possible.</summary>
public sealed class SketchRows
{
    private readonly Database _database;

    internal SketchRows(Database database) => _database = database;

    /// <summary>Changes with the files of a sequence, their photos and its edits.</summary>
    public string Stamp(long sequenceId) => _database.Read(connection => connection.QuerySingle<string>(
        """
        SELECT COUNT(*) || '/' || COALESCE(SUM(photo_id), 0) || '/' || COUNT(reason) || '/' || (
          SELECT COALESCE(MAX(id), 0) || '/' || COALESCE(SUM(CASE WHEN undone = 0 THEN id END), 0) FROM sequence_edit WHERE sequence_id = @sequenceId)
        FROM sequence_file WHERE sequence_id = @sequenceId
        """,
        new { sequenceId }));

    /// <summary>When the photos of each sequence were taken, as the cameras had it. Sequences without any such photo are not among them.</summary>
    public IReadOnlyDictionary<long, Interval> Spans() => _database.Read(connection => connection
        .Query<(long SequenceId, long First, long Last)>(
            """
            SELECT sequence_id, MIN(COALESCE(taken_at, camera_time)), MAX(COALESCE(taken_at, camera_time))
            FROM sequence_file JOIN photo ON photo.id = sequence_file.photo_id
            WHERE reason IS NULL AND COALESCE(taken_at, camera_time) IS NOT NULL
            GROUP BY sequence_id
            """)
        .ToDictionary(row => row.SequenceId, row => new Interval(Milliseconds.ToInstant(row.First), Milliseconds.ToInstant(row.Last))));

    /// <summary>The first image of a sequence that each destination shows.</summary>
    public IReadOnlyDictionary<string, string> FirstImages(long sequenceId) => _database.Read(connection => connection
        .Query<(string Destination, string ImageId)>(
            """
            SELECT destination, image_id
            FROM (
              SELECT life_line.destination, life_line.image_id,
                ROW_NUMBER() OVER (PARTITION BY life_line.destination ORDER BY part.number, life_line.position) AS place
              FROM part JOIN life_line ON life_line.part_id = part.id
              WHERE part.sequence_id = @sequenceId AND life_line.state = 'visible' AND life_line.image_id IS NOT NULL) AS image
            WHERE place = 1
            """,
            new { sequenceId })
        .ToDictionary(row => row.Destination, row => row.ImageId, StringComparer.Ordinal));

    /// <summary>Every tag that a sequence has, those of most sequences first.</summary>
    public IReadOnlyList<string> Tags() => _database.Read(connection => connection.Query<string>("SELECT tags FROM sequence")
        .SelectMany(Words.Split)
        .CountBy(tag => tag, StringComparer.Ordinal)
        .OrderByDescending(tag => tag.Value)
        .ThenBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => tag.Key)
        .ToList());

    /// <summary>One file of each of the newest sequences.</summary>
    public IReadOnlyList<string> RecentFiles(int sequences) => _database.Read(connection => connection.Query<string>(
        """
        SELECT (SELECT MIN(path) FROM sequence_file WHERE sequence_id = sequence.id)
        FROM sequence ORDER BY created_at DESC, id DESC LIMIT @sequences
        """,
        new { sequences }).OfType<string>().ToList());
}
