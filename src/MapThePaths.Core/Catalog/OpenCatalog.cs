namespace MapThePaths.Core.Catalog;

/// <summary>
/// The catalog, open: one property a stage. Safe to use from several threads; a second process may read at the same time.
/// Every failure is a <see cref="CatalogException"/>.
/// </summary>
public sealed class OpenCatalog : IDisposable
{
    private readonly Database _database;

    private OpenCatalog(Database database)
    {
        _database = database;
        Importing = new ImportingRows(database);
        Sequencing = new SequencingRows(database);
        Editing = new EditingRows(database);
        Preparing = new PreparingRows(database);
        Uploading = new UploadingRows(database);
        Publishing = new PublishingRows(database);
        Following = new FollowingRows(database);
        Originals = new OriginalRows(database);
        Syncing = new SyncingRows(database);
        Overview = new OverviewRows(database);
        Sketches = new SketchRows(database);
        Pictures = new PictureRows(database);
        Records = new RecordRows(database);
        Exporting = new ExportingRows(database);
    }

    public ImportingRows Importing { get; }

    public SequencingRows Sequencing { get; }

    public EditingRows Editing { get; }

    public PreparingRows Preparing { get; }

    public UploadingRows Uploading { get; }

    public PublishingRows Publishing { get; }

    public FollowingRows Following { get; }

    public OriginalRows Originals { get; }

    public SyncingRows Syncing { get; }

    public OverviewRows Overview { get; }

    public SketchRows Sketches { get; }

    public PictureRows Pictures { get; }

    public RecordRows Records { get; }

    public ExportingRows Exporting { get; }

    /// <summary>Opens the catalog in this file, or makes it. Its folder must exist.</summary>
    public static OpenCatalog Open(string path) => new(Database.Open(path));

    public void Dispose() => _database.Dispose();
}
