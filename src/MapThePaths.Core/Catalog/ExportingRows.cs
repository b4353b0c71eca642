using Dapper;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Catalog;

/// <summary>What Exporting reads.</summary>
public sealed class ExportingRows
{
    private readonly Database _database;

    internal ExportingRows(Database database) => _database = database;

    /// <summary>The files of the photos that take part in a sequence, by photo.</summary>
    public IReadOnlyDictionary<long, PhotoFile> Files(long sequenceId) => _database.Read(connection => connection
        .Query<(long PhotoId, string Path, long Size, long ModifiedAt)>(
            """
            SELECT file.photo_id, file.path, file.size, file.modified_at
            FROM sequence_file JOIN file ON file.path = sequence_file.path AND file.photo_id = sequence_file.photo_id
            WHERE sequence_file.sequence_id = @sequenceId AND sequence_file.reason IS NULL
            """,
            new { sequenceId })
        .ToDictionary(row => row.PhotoId, row => new PhotoFile(row.Path, row.Size, row.ModifiedAt)));

    /// <summary>In which remote sequences the images of a sequence's photos are, by destination and image.</summary>
    public IReadOnlyDictionary<(string Destination, string ImageId), string> RemoteSequences(long sequenceId) => _database.Read(connection => connection
        .Query<(string Destination, string ImageId, string RemoteSequenceId)>(
            """
            SELECT DISTINCT remote_image.destination, remote_image.image_id, remote_image.remote_sequence_id
            FROM sequence_file
            JOIN same_photo ON same_photo.photo_id = sequence_file.photo_id
            JOIN remote_image ON remote_image.photo_id = same_photo.twin_id
            WHERE sequence_file.sequence_id = @sequenceId AND remote_image.remote_sequence_id IS NOT NULL
            """,
            new { sequenceId })
        .ToDictionary(row => (row.Destination, row.ImageId), row => row.RemoteSequenceId));
}
