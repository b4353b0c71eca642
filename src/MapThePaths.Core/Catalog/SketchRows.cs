using Dapper;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What a list draws of each sequence: when its photos were taken and where. The camera's facts, no edits.</summary>
public sealed class SketchRows
{
    private readonly Database _database;

    internal SketchRows(Database database) => _database = database;

    /// <summary>The places of a sequence's usable photos in order of time.</summary>
    public IReadOnlyList<SketchPoint> Points(long sequenceId) => _database.Read(connection => connection
        .Query<(double Latitude, double Longitude, long TakenAt)>(
            """
            SELECT latitude, longitude, COALESCE(taken_at, camera_time) AS at
            FROM sequence_file JOIN photo ON photo.id = sequence_file.photo_id
            WHERE sequence_id = @sequenceId AND reason IS NULL AND latitude IS NOT NULL AND longitude IS NOT NULL AND at IS NOT NULL
            ORDER BY at, path
            """,
            new { sequenceId })
        .Select(row => new SketchPoint(row.Latitude, row.Longitude, Instant.FromUnixTimeMilliseconds(row.TakenAt)))
        .ToList());
}

/// <summary>One photo of a sketch.</summary>
/// <param name="TakenAt">The camera's clock, read as UTC, where no zone is known.</param>
public readonly record struct SketchPoint(double Latitude, double Longitude, Instant TakenAt);
