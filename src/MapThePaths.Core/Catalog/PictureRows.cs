using Dapper;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Catalog;

/// <summary>Single photos that somebody wants to look at: their facts, and the files they were imported from.</summary>
public sealed class PictureRows
{
    private readonly Database _database;

    internal PictureRows(Database database) => _database = database;

    /// <summary>Null when no sequence has such a photo.</summary>
    public Photo? Photo(long photoId) => _database.Read(connection => connection.QueryFirstOrDefault<PhotoRow>(
        $"""
        SELECT {PhotoRow.Columns}, sequence_file.path
        FROM sequence_file JOIN photo ON photo.id = sequence_file.photo_id
        WHERE sequence_file.photo_id = @photoId
        ORDER BY sequence_file.reason IS NOT NULL, sequence_file.path
        """,
        new { photoId }))?.ToPhoto(new SharedTexts());

    /// <summary>Where the picture lies: the files of sequences that it was read from, as they were then. None when it is no whole JPEG.</summary>
    public IReadOnlyList<PictureFile> Files(long photoId) => _database.Read(connection => connection.Query<PictureFile>(
        """
        SELECT DISTINCT file.path, file.size, file.modified_at
        FROM sequence_file
        JOIN file ON file.path = sequence_file.path AND file.photo_id = sequence_file.photo_id
        JOIN photo ON photo.id = file.photo_id
        WHERE sequence_file.photo_id = @photoId AND photo.defect IS NULL
        ORDER BY file.path
        """,
        new { photoId }).ToList());

    /// <summary>What the cameras say of photos that take no part, by id; asked for all photos of a sequence at once.</summary>
    public IReadOnlyDictionary<long, Capture> Captures(long sequenceId)
    {
        var texts = new SharedTexts();
        return _database.Read(connection => connection.Query<PhotoRow>(
            $"""
            SELECT DISTINCT {PhotoRow.Columns}
            FROM sequence_file JOIN photo ON photo.id = sequence_file.photo_id
            WHERE sequence_file.sequence_id = @sequenceId
            """,
            new { sequenceId },
            buffered: false).ToDictionary(row => row.Id, row => row.ToPhoto(texts).Capture));
    }
}

/// <summary>A file as it was when it was read last.</summary>
public sealed record PictureFile
{
    public string Path { get; init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>When it was last written to: milliseconds since 1970, UTC.</summary>
    public long ModifiedAt { get; init; }
}
