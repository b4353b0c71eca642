using System.Text;
using MapThePaths.Emulator;
using Microsoft.Data.Sqlite;

namespace MapThePaths.Tests.Fixtures;

/// <summary>
/// A mapper with a folder of photos, the program, and a service to send to; all of it new for each test. When the test is over, the catalog
/// must be sound and no file of the program may hold the access token.
/// </summary>
public abstract class AFlow : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    protected AFlow() => Program = new Mtpdu();

    protected StandInService Service { get; private set; } = null!;

    protected Mtpdu Program { get; }

    /// <summary>The mapper's folder; a test puts photos there.</summary>
    protected string Photos => Directory.CreateDirectory(_folder["photos"]).FullName;

    protected virtual EmulatorOptions Options => new();

    /// <summary>What points the program to the service.</summary>
    protected virtual IReadOnlyDictionary<string, string> ServiceSettings => Service.Environment();

    public async ValueTask InitializeAsync()
    {
        Service = await StandInService.StartAsync(Options);
        foreach (var (key, value) in ServiceSettings)
        {
            Program.With(key, value);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            CatalogIsSound();
            NoFileHolds(ServiceSettings["MAPILLARY_ACCESS_TOKEN"]);
        }
        finally
        {
            await Service.DisposeAsync();
            Program.Dispose();
            _folder.Dispose();
            GC.SuppressFinalize(this);
        }
    }

    protected static string[] Uploading(string folder, params string[] more) =>
        ["upload", folder, "--name", "Lake walk", "--transport", "Earth-Walk", .. more];

    protected Task<ProgramRun> UploadAsync(params string[] more) => Program.RunAsync(Uploading(Photos, more));

    protected string Photo(string name) => Path.Combine(Photos, name);

    /// <summary>Puts a file beside the photos.</summary>
    protected void Save(string name, byte[] bytes) => File.WriteAllBytes(Photo(name), bytes);

    /// <summary>The service holds each photo of the walk whole and once, and was told once for each part to publish.</summary>
    protected async Task PublishedOnceAsync(int photos, int parts = 1)
    {
        var state = await Service.StateAsync();

        Assert.Equal(photos, state.Photos.Count());
        Assert.All(state.Photos, photo => Assert.True(photo.Complete));
        Assert.Equal(parts, state.FinishCalls.Count);
        Assert.Equal(parts, state.Clusters.Count);
        var published = state.Clusters.SelectMany(cluster => cluster.Images).Select(image => image.Key).ToList();
        Assert.Equal(state.Photos.Select(photo => photo.Key).Order(StringComparer.Ordinal), published.Order(StringComparer.Ordinal));
        await BytesAreWholeAsync();
    }

    /// <summary>What arrived is the originals, but for their headers.</summary>
    protected async Task BytesAreWholeAsync()
    {
        foreach (var (name, photo) in await Service.PhotosAsync())
        {
            var original = await File.ReadAllBytesAsync(Photo(name), TestContext.Current.CancellationToken);
            Assert.True(JpegParts.Of(original).Rest.AsSpan().SequenceEqual(JpegParts.Of(photo.Bytes).Rest), $"The picture of {name} changed on its way.");
        }
    }

    /// <summary>As if everything had been sent, and perhaps published, so much earlier.</summary>
    protected void HoursPass(int hours)
    {
        using var catalog = OpenCatalog();
        Ask(catalog, $"UPDATE part SET intent_at = intent_at - {hours} * 3600000; UPDATE life_line SET sent_at = sent_at - {hours} * 3600000");
    }

    /// <summary>As a version left it that knew neither references nor shots, nor with which headings photos were sent.</summary>
    protected void CatalogIsOfVersion10() => AskCatalog<object?>(
        "DROP VIEW same_photo; DROP INDEX photo_shot; ALTER TABLE photo DROP COLUMN shot; CREATE VIEW same_photo AS SELECT 1;"
        + " ALTER TABLE photo DROP COLUMN heading_reference; ALTER TABLE photo DROP COLUMN altitude_reference; ALTER TABLE life_line DROP COLUMN heading; ALTER TABLE life_line DROP COLUMN turn; PRAGMA user_version = 10");

    /// <summary>The one value that a question to the catalog has for an answer.</summary>
    protected T AskCatalog<T>(string question)
    {
        using var catalog = OpenCatalog();
        return (T)Ask(catalog, question)!;
    }

    private void CatalogIsSound()
    {
        if (!File.Exists(Program.Catalog))
        {
            return;
        }

        using var catalog = OpenCatalog();
        Assert.Equal("ok", Ask(catalog, "PRAGMA integrity_check"));
        Assert.Null(Ask(catalog, "PRAGMA foreign_key_check"));
    }

    private SqliteConnection OpenCatalog()
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = Program.Catalog, Pooling = false };
        var catalog = new SqliteConnection(settings.ConnectionString);
        catalog.Open();
        return catalog;
    }

    private static object? Ask(SqliteConnection catalog, string question)
    {
        using var command = catalog.CreateCommand();
#pragma warning disable CA2100 // The questions stand in the tests.
        command.CommandText = question;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    /// <summary>No file that the program made holds it, byte for byte: in its home, its working folder or its temporary one.</summary>
    protected void NoFileHolds(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var files = new[] { Program.Home, Program.WorkingFolder, Program.TemporaryFiles }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(file) != ".env");
        Assert.All(files, file => Assert.False(File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0, $"{file} holds the access token."));
    }
}
