using Dapper;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Catalog;

/// <summary>What advice about deleting asks: the files as they were imported, and who has them.</summary>
public sealed class OriginalRows
{
    private readonly Database _database;

    internal OriginalRows(Database database) => _database = database;

    /// <summary>Every file that was given for a sequence, and where its photo is.</summary>
    public IReadOnlyList<Original> Of(long sequenceId) => _database.Read(connection => connection.Query<OriginalRow>(
        """
        SELECT sequence_file.path, sequence_file.reason, photo.fingerprint, file.size, file.modified_at,
          life_line.destination, life_line.account, part.account_name, life_line.photo_id, life_line.part_id, life_line.state, life_line.reason AS why,
          EXISTS (SELECT 1 FROM same_photo JOIN life_line AS other ON other.photo_id = same_photo.twin_id
            WHERE same_photo.photo_id = sequence_file.photo_id AND same_photo.twin_id <> sequence_file.photo_id
              AND other.state IN ('sent', 'published', 'visible', 'missing')) AS went_as_another_file
        FROM sequence_file
        LEFT JOIN photo ON photo.id = sequence_file.photo_id
        LEFT JOIN file ON file.path = sequence_file.path AND file.photo_id = sequence_file.photo_id
        LEFT JOIN life_line ON life_line.photo_id = sequence_file.photo_id
        LEFT JOIN part ON part.id = life_line.part_id
        WHERE sequence_file.sequence_id = @sequenceId
        ORDER BY sequence_file.path, life_line.destination, life_line.account
        """,
        new { sequenceId }).GroupBy(row => row.Path, StringComparer.Ordinal).Select(OriginalRow.ToOriginal).ToList());

    /// <summary>One for each place, or one without a place.</summary>
    private sealed record OriginalRow
    {
        public string Path { get; init; } = "";

        public string? Reason { get; init; }

        public string? Fingerprint { get; init; }

        public long? Size { get; init; }

        public long? ModifiedAt { get; init; }

        public string? Destination { get; init; }

        public string Account { get; init; } = "";

        public string? AccountName { get; init; }

        public long PhotoId { get; init; }

        public long? PartId { get; init; }

        public string? State { get; init; }

        public string? Why { get; init; }

        public bool WentAsAnotherFile { get; init; }

        public static Original ToOriginal(IEnumerable<OriginalRow> rows)
        {
            var all = rows.ToList();
            var file = all[0];
            return new Original(
                file.Path,
                ReasonOf(file.Reason),
                file.Fingerprint,
                file.Size,
                file.ModifiedAt,
                [.. all.Where(row => row.Destination is not null).Select(row =>
                    new PhotoPlace(
                        row.Destination!, new Account(row.Account, row.AccountName ?? ""), row.PhotoId, row.PartId, StateWords.ParsePhoto(row.State!), ReasonOf(row.Why)))])
            {
                WentAsAnotherFile = file.WentAsAnotherFile,
            };
        }

        private static Reason? ReasonOf(string? code) => code is null ? null : Model.Reason.Of(code);
    }
}

/// <summary>A file of the user's.</summary>
/// <param name="WhyUnusable">Why it never took part; null when it did.</param>
/// <param name="Fingerprint">Of its content when it was imported; null when it could not be read.</param>
/// <param name="Size">Bytes, when it was imported; null when its path holds another content by now, as far as the catalog knows.</param>
/// <param name="ModifiedAt">Milliseconds since 1970, UTC; null likewise.</param>
/// <param name="Places">One for each destination and account that knows the photo.</param>
public sealed record Original(
    string Path, Reason? WhyUnusable, string? Fingerprint, long? Size, long? ModifiedAt, IReadOnlyList<PhotoPlace> Places)
{
    /// <summary>It was sent as another file: with another header or picture.</summary>
    public bool WentAsAnotherFile { get; init; }
}

/// <summary>Where a photo is at one destination.</summary>
/// <param name="Account">Its name is empty when nobody knows it.</param>
/// <param name="PartId">Null when it is in none.</param>
/// <param name="Why">Why it is left out or failed.</param>
public sealed record PhotoPlace(string Destination, Account Account, long PhotoId, long? PartId, PhotoState State, Reason? Why);
