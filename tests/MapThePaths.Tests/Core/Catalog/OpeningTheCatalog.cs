using System.Diagnostics;
using Dapper;
using MapThePaths.Core.Catalog;
using MapThePaths.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace MapThePaths.Tests.Core.Catalog;

public sealed class OpeningTheCatalog : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string CatalogPath => _folder["catalog.sqlite"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_catalog_has_every_table_and_the_newest_version()
    {
        OpenCatalog.Open(CatalogPath).Dispose();

        Assert.Equal(
            ["entry", "entry_server", "file", "last_sequence", "life_line", "part", "photo", "remote_image", "remote_sequence", "sequence", "sequence_edit", "sequence_file", "track_fix", "upload_session"],
            Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
        Assert.Equal(MigrationCount(), Query<long>("PRAGMA user_version").Single());
    }

    [Fact]
    public void Opening_it_again_changes_nothing_and_keeps_what_is_stored()
    {
        OpenCatalog.Open(CatalogPath).Dispose();
        Query<int>("INSERT INTO photo (uuid, fingerprint, size) VALUES ('u', 'f', 1) RETURNING id");
        var schema = Query<string>("SELECT COALESCE(sql, '') FROM sqlite_schema");

        OpenCatalog.Open(CatalogPath).Dispose();

        Assert.Equal(schema, Query<string>("SELECT COALESCE(sql, '') FROM sqlite_schema"));
        Assert.Equal(["f"], Query<string>("SELECT fingerprint FROM photo"));
    }

    [Fact]
    public void Parts_of_an_older_catalog_keep_their_photos_and_images()
    {
        ApplyScripts(12);
        Query<int>(
            """
            INSERT INTO sequence (id, uuid, name, name_key, description, tags, transport, max_gap, max_jump, created_at) VALUES (7, 's', 'Walk', 'walk', '', '', 'Earth-Walk', 60, 100, 0);
            INSERT INTO photo (id, uuid, fingerprint, size) VALUES (1, 'u', 'f', 1);
            INSERT INTO part (id, uuid, sequence_id, destination, account, account_name, number, cut_reason, state, publication_id, resend) VALUES (3, 'p', 7, 'there', 'me', 'Me', 2, 'gap', 'live', 'published', 1);
            INSERT INTO life_line (photo_id, destination, account, part_id, state, at, path) VALUES (1, 'there', 'me', 3, 'visible', 0, '1.jpg');
            INSERT INTO remote_image (destination, image_id, part_id, photo_id, taken_at, latitude, longitude, record, received_at) VALUES ('there', 'i', 3, 1, 0, 0, 0, '{}', 0);
            """);

        OpenCatalog.Open(CatalogPath).Dispose();

        Assert.Equal(["7 Me 2 live published 1"], Query<string>("SELECT sequence_id || ' ' || account_name || ' ' || number || ' ' || state || ' ' || publication_id || ' ' || resend FROM part"));
        Assert.Equal([3L, 3L], Query<long>("SELECT part_id FROM life_line UNION ALL SELECT part_id FROM remote_image"));
        Assert.Empty(Query<string>("SELECT \"table\" FROM pragma_foreign_key_check"));
    }

    [Fact]
    public void A_catalog_of_a_newer_version_of_the_program_is_refused_and_left_alone()
    {
        OpenCatalog.Open(CatalogPath).Dispose();
        Query<int>($"PRAGMA user_version = {MigrationCount() + 1}");

        var failure = Refused();

        Assert.Contains(CatalogPath, failure.Message, StringComparison.Ordinal);
        Assert.Contains("newer version", failure.Message, StringComparison.Ordinal);
        Assert.Equal(MigrationCount() + 1, Query<long>("PRAGMA user_version").Single());
    }

    [Fact]
    public void Only_its_owner_may_read_the_catalog_and_what_lies_beside_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no file modes on Windows.");
        using var journey = Journey.Of(2);
        using var writer = CatalogLock.Take(journey.CatalogPath);

        var files = Directory.GetFiles(Path.GetDirectoryName(journey.CatalogPath)!, "catalog.sqlite*");

        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(file)));
    }

    [Fact]
    public void A_file_that_is_no_catalog_is_called_damaged_and_not_overwritten()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter to my aunt. ", 100));
        File.WriteAllText(CatalogPath, text);

        var failure = Refused();

        Assert.Contains(CatalogPath, failure.Message, StringComparison.Ordinal);
        Assert.Contains("damaged", failure.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(CatalogPath));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_explained_with_the_next_step()
    {
        var failure = Assert.Throws<CatalogException>(() => OpenCatalog.Open(_folder["nowhere/catalog.sqlite"]));

        Assert.Contains("MTPDU_HOME", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_the_catalog_is_explained()
    {
        Directory.CreateDirectory(CatalogPath);

        Assert.Contains(CatalogPath, Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_to_is_explained_with_the_next_step()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Whoever runs this may write anywhere.");
        SetMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Contains("MTPDU_HOME", Refused().Message, StringComparison.Ordinal);
        }
        finally
        {
            SetMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void While_one_run_sends_a_second_one_is_told_to_wait()
    {
        using var first = CatalogLock.Take(CatalogPath);

        var failure = Assert.Throws<CatalogException>(() => CatalogLock.Take(CatalogPath));

        Assert.Equal(
            $"Another run of the program is sending from the catalog {CatalogPath}. Wait for it to end, then run the same command again.", failure.Message);
    }

    [Fact]
    public void After_a_run_has_ended_the_next_one_may_send()
    {
        CatalogLock.Take(CatalogPath).Dispose();

        CatalogLock.Take(CatalogPath).Dispose();
    }

    [Fact]
    public void A_lock_that_cannot_be_written_is_not_mistaken_for_another_run()
    {
        Directory.CreateDirectory(CatalogPath + ".lock");

        var failures = (CatalogException[])
        [
            Assert.Throws<CatalogException>(() => CatalogLock.Take(CatalogPath)),
            Assert.Throws<CatalogException>(() => CatalogLock.Take(_folder["nowhere/catalog.sqlite"])),
        ];

        Assert.All(failures, failure => Assert.DoesNotContain("Another run", failure.Message, StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.Contains("MTPDU_HOME", failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_process_reads_while_this_one_is_open()
    {
        using var journey = Journey.Of(2);

        using var reader = OpenCatalog.Open(journey.CatalogPath);

        Assert.Equal(["Walk"], reader.Overview.Sequences().Select(summary => summary.Sequence.Name));
    }

    [Fact]
    public void A_full_disk_is_explained_and_nothing_that_was_stored_is_lost()
    {
        using var disk = SmallDisk.Of(kilobytes: 640, _folder["disk"]);
        using var journey = new Journey();
        foreach (var i in Enumerable.Range(0, 200))
        {
            journey.Take($"{i}.jpg", i, i);
        }

        var path = Path.Combine(_folder["disk"], "catalog.sqlite");
        using (var catalog = OpenCatalog.Open(path))
        {
            disk.Fill();
            var failure = Assert.Throws<CatalogException>(() => ImportInto(catalog, journey.Card));
            Assert.Contains("full", failure.Message, StringComparison.Ordinal);
            disk.MakeRoom();
            ImportInto(catalog, journey.Card);
        }

        using var again = OpenCatalog.Open(path);
        Assert.Equal(200, Assert.Single(again.Overview.Sequences()).Files);
    }

    private static void ImportInto(OpenCatalog catalog, string folder) => new MapThePaths.Core.Importing.ImportingStage(catalog, new ManualTime()).Run(
        new MapThePaths.Core.Importing.ImportRequest
        {
            Paths = [folder],
            Name = "Walk",
            Transport = MapThePaths.Core.Model.TransportType.Parse("Earth-Walk")!,
        },
        new Events(),
        TestContext.Current.CancellationToken);

    private CatalogException Refused() => Assert.Throws<CatalogException>(() => OpenCatalog.Open(CatalogPath));

    private List<T> Query<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={CatalogPath};Pooling=False");
        return [.. connection.Query<T>(sql)];
    }

    private static int MigrationCount() => Scripts().Count();

    private static IEnumerable<string> Scripts() => typeof(OpenCatalog).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    // As the version of the program did that knew so many.
    private void ApplyScripts(int count)
    {
        foreach (var script in Scripts().Take(count))
        {
            using var reader = new StreamReader(typeof(OpenCatalog).Assembly.GetManifestResourceStream(script)!);
            Query<int>(reader.ReadToEnd());
        }

        Query<int>($"PRAGMA user_version = {count}");
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);

    /// <summary>A file system in memory with room for little. Needs the right to mount; without it the test is skipped.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly string _path;

        private SmallDisk(string path) => _path = path;

        private string Ballast => Path.Combine(_path, "ballast");

        public static SmallDisk Of(int kilobytes, string path)
        {
            Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only who may mount a small disk can fill one.");
            Directory.CreateDirectory(path);
            Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", path), "No small disk can be mounted here.");
            return new SmallDisk(path);
        }

        public void Fill()
        {
            using var file = new FileStream(Ballast, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            try
            {
                while (true)
                {
                    file.Write(new byte[4096]);
                }
            }
            catch (IOException)
            {
                // The disk is full, as was wished.
            }
        }

        public void MakeRoom() => File.Delete(Ballast);

        public void Dispose() => Run("umount", _path);

        private static bool Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
