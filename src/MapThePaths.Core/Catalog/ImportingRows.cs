using Dapper;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>What Importing reads and writes: files, photos, and the sequences made of them.</summary>
public sealed class ImportingRows
{
    private readonly Database _database;

    internal ImportingRows(Database database) => _database = database;

    /// <summary>What is known of the files at these paths, at most some thousands; those that were never read are left out.</summary>
    public IReadOnlyDictionary<string, KnownFile> FindFiles(IReadOnlyCollection<string> paths) => _database.Read(connection => connection.Query<KnownFile>(
        """
        SELECT file.path, file.size, file.modified_at, file.photo_id, photo.defect, photo.latitude, photo.longitude, photo.taken_at, photo.camera_time
        FROM file JOIN photo ON photo.id = file.photo_id
        WHERE file.path IN @paths
        """,
        new { paths }).ToDictionary(file => file.Path, StringComparer.Ordinal));

    /// <summary>Stores what was read of some files, at most some thousands, and returns their photos' ids, in the same order. A content already known keeps its id.</summary>
    public IReadOnlyList<long> Store(IReadOnlyList<ReadFile> files) => files.Count == 0 ? [] : _database.Write(connection =>
    {
        StorePhotos(files, connection);
        var ids = connection.Query<(string Fingerprint, long Id)>(
            "SELECT fingerprint, id FROM photo WHERE fingerprint IN @fingerprints",
            new { fingerprints = files.Select(file => file.Fingerprint) }).ToDictionary(row => row.Fingerprint, row => row.Id, StringComparer.Ordinal);
        connection.Execute(
            """
            INSERT INTO file (path, size, modified_at, photo_id) VALUES (@Path, @Size, @ModifiedAt, @photoId)
            ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_at = excluded.modified_at, photo_id = excluded.photo_id
            """,
            files.Select(file => new { file.Path, file.Size, file.ModifiedAt, photoId = ids[file.Fingerprint] }));
        return files.Select(file => ids[file.Fingerprint]).ToList();
    });

    public Sequence? FindSequence(string name) => _database.Read(connection => connection.QuerySingleOrDefault<SequenceRow>(
        "SELECT * FROM sequence WHERE name_key = @key", new { key = SequenceRow.KeyOf(name) }))?.ToSequence();

    /// <summary>Whether a sequence has this id.</summary>
    public bool IsTaken(Guid uuid) => _database.Read(connection =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sequence WHERE uuid = @uuid)", new { uuid = uuid.ToString() }));

    /// <summary>Stores life lines that begin with what somebody else has sent; those that are known stay.</summary>
    public void NotePublished(IReadOnlyList<PublishedPhoto> photos, Instant now) => _database.Write(connection => connection.Execute(
        """
        INSERT INTO life_line (photo_id, destination, account, state, at, reason, path, taken_at, latitude, longitude, description, image_id)
        VALUES (@PhotoId, @Destination, @Account, @State, @at, @Reason, @Path, @takenAt, @Latitude, @Longitude, '{}', @ImageId)
        ON CONFLICT (photo_id, destination, account) DO NOTHING
        """,
        photos.Select(photo => new
        {
            photo.PhotoId,
            photo.Image.Destination,
            photo.Image.Account,
            State = photo.Image.State.Word(),
            at = Milliseconds.Of(photo.Image.Since ?? now),
            Reason = Reason.PublishedBefore.Code,
            photo.Path,
            takenAt = Milliseconds.Of(photo.TakenAt),
            photo.Position.Latitude,
            photo.Position.Longitude,
            photo.Image.ImageId,
        })));

    /// <summary>The files that were given for a sequence, in no order.</summary>
    public IReadOnlyList<SequenceFile> Files(long sequenceId) => _database.Read(connection => connection.Query<(string Path, long? PhotoId, string? Reason)>(
        "SELECT path, photo_id, reason FROM sequence_file WHERE sequence_id = @sequenceId",
        new { sequenceId }).Select(row => new SequenceFile(row.Path, row.PhotoId, row.Reason is { } code ? Reason.Of(code) : null)).ToList());

    /// <summary>Ids of the photos of a sequence that any destination has published, itself or before another program changed its file.</summary>
    public IReadOnlySet<long> Published(long sequenceId) => _database.Read(connection => connection.Query<long>(
        """
        SELECT sequence_file.photo_id
        FROM sequence_file
        JOIN same_photo ON same_photo.photo_id = sequence_file.photo_id
        JOIN life_line ON life_line.photo_id = same_photo.twin_id
        WHERE sequence_file.sequence_id = @sequenceId AND life_line.state IN ('published', 'visible', 'missing')
        """,
        new { sequenceId }).ToHashSet());

    /// <summary>Stores a new sequence with all the files that were given for it, and returns its id, which no sequence had before; null, and nothing stored, when its name is taken.</summary>
    public long? Create(Sequence sequence, IReadOnlyList<SequenceFile> files) => _database.Write(connection =>
    {
        var id = connection.ExecuteScalar<long?>(
            """
            INSERT INTO sequence (id, uuid, name, name_key, description, tags, transport, time_zone, max_gap, max_jump, duplicate_metres, duplicate_degrees,
              max_speed, zig_zag_metres, spread_seconds, mixes_cameras, max_photos, created_at)
            VALUES ((SELECT id + 1 FROM last_sequence), @Uuid, @Name, @NameKey, @Description, @Tags, @Transport, @TimeZone, @MaxGap, @MaxJump,
              @DuplicateMetres, @DuplicateDegrees, @MaxSpeed, @ZigZagMetres, @SpreadSeconds, @MixesCameras, @MaxPhotos, @CreatedAt)
            ON CONFLICT (name_key) DO NOTHING
            RETURNING id
            """,
            SequenceRow.From(sequence));
        if (id is { } created)
        {
            connection.Execute("UPDATE last_sequence SET id = @created", new { created });
            ReplaceFiles(created, files, connection);
        }

        return id;
    });

    /// <summary>Stores what is now said of a known sequence, and where its photos lie now.</summary>
    public void Update(Sequence sequence, IReadOnlyList<SequenceFile> files) => _database.Write(connection =>
    {
        connection.Execute(
            $"""
            UPDATE sequence SET description = @Description, tags = @Tags, transport = @Transport, {SequenceRow.Settings} WHERE id = @Id
            """,
            SequenceRow.From(sequence));
        ReplaceFiles(sequence.Id, files, connection);
    });

    // One command for all of them, so that SQLite reads the statement once.
    private static void StorePhotos(IReadOnlyList<ReadFile> files, SqliteConnection connection) => connection.Execute(
        """
        INSERT INTO photo (uuid, fingerprint, picture, shot, size, defect, latitude, longitude, position_source, altitude, altitude_reference, taken_at, camera_time,
          time_source, heading, heading_reference, heading_source, pitch, roll, speed, projection, width, height, orientation, make, model, camera_id, warnings)
        VALUES (@Uuid, @Fingerprint, @Picture, COALESCE((
            SELECT twin.shot FROM photo AS twin
            WHERE (twin.picture = @Picture OR twin.id = (SELECT photo_id FROM file WHERE path = @Path))
              AND twin.model IS @Model AND twin.camera_id IS @CameraId AND (twin.taken_at = @TakenAt OR twin.camera_time = @CameraTime)
            ORDER BY twin.picture = @Picture DESC, twin.id LIMIT 1), @Picture),
          @Size, @Defect, @Latitude, @Longitude, @PositionSource, @Altitude, @AltitudeReference, @TakenAt, @CameraTime,
          @TimeSource, @Heading, @HeadingReference, @HeadingSource, @Pitch, @Roll, @Speed, @Projection, @Width, @Height, @Orientation, @Make, @Model, @CameraId, @Warnings)
        ON CONFLICT (fingerprint) DO UPDATE SET
          warnings = excluded.warnings, heading_reference = excluded.heading_reference, altitude_reference = excluded.altitude_reference
        """,
        files.Select(PhotoRow.From));

    private static void ReplaceFiles(long sequenceId, IReadOnlyList<SequenceFile> files, SqliteConnection connection)
    {
        connection.Execute("DELETE FROM sequence_file WHERE sequence_id = @sequenceId", new { sequenceId });
        connection.Execute(
            "INSERT INTO sequence_file (sequence_id, path, photo_id, reason) VALUES (@sequenceId, @Path, @PhotoId, @Reason)",
            files.Select(file => new { sequenceId, file.Path, file.PhotoId, Reason = file.Reason?.Code }));
        PartRows.TakeOver(sequenceId, connection);
    }
}

/// <summary>A file as it was when it was last read.</summary>
public sealed record KnownFile
{
    public string Path { get; init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>When it was last written to: milliseconds since 1970, UTC.</summary>
    public long ModifiedAt { get; init; }

    public long PhotoId { get; init; }

    /// <summary>Code of what is wrong with its bytes; null for a good JPEG.</summary>
    public string? Defect { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public long? TakenAt { get; init; }

    public long? CameraTime { get; init; }

    /// <summary>Why it cannot stand in a sequence as it is; null when it can.</summary>
    public Reason? WhyLeftOut => Defect is { } defect ? Reason.Of(defect) : new Capture
    {
        Position = Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null,
        TakenAt = Milliseconds.ToInstant(TakenAt),
        CameraTime = Milliseconds.ToWallClock(CameraTime),
    }.WhyUnusable;
}

/// <summary>What reading one file gave.</summary>
/// <param name="Picture">Identifies the picture without its header.</param>
/// <param name="NewUuid">For the photo, if its content is new.</param>
/// <param name="ModifiedAt">Milliseconds since 1970, UTC.</param>
/// <param name="Defect">What is wrong with the bytes; then there is no capture.</param>
public sealed record ReadFile(string Path, long Size, long ModifiedAt, string Fingerprint, string Picture, Guid NewUuid, Reason? Defect, Capture? Capture);

/// <summary>A photo that a destination has, by what a file says.</summary>
/// <param name="TakenAt">As it would be sent today.</param>
/// <param name="Position">As it would be sent today.</param>
public sealed record PublishedPhoto(long PhotoId, string Path, Instant TakenAt, GeoPoint Position, RecordedImage Image);

/// <summary>A file that was given for a sequence.</summary>
/// <param name="PhotoId">Null when it could not be read at all.</param>
/// <param name="Reason">Why this file does not take part; null when it does.</param>
public sealed record SequenceFile(string Path, long? PhotoId, Reason? Reason);
