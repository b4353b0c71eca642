using MapThePaths.Core.Catalog;

namespace MapThePaths.Core.Uploading;

/// <summary>
/// Stores receipts as they come. Those that come while others are being stored share the next step, so that many small photos do not
/// need as many. Thread safe.
/// </summary>
internal sealed class ReceiptBook(UploadingRows rows)
{
    private readonly Lock _gate = new();
    private Page _next = new(rows);
    private bool _isStoring;

    /// <summary>Until the receipt is in the catalog. Cannot be cancelled: what has arrived is to be known.</summary>
    /// <exception cref="CatalogException">It could not be stored.</exception>
    public Task StoreAsync(SentPhoto photo)
    {
        Task stored;
        lock (_gate)
        {
            _next.Photos.Add(photo);
            stored = _next.Stored;
            if (_isStoring)
            {
                return stored;
            }

            _isStoring = true;
        }

        while (NextPage() is { } page)
        {
            page.Stored.RunSynchronously(TaskScheduler.Default);
        }

        return stored;
    }

    private Page? NextPage()
    {
        lock (_gate)
        {
            _isStoring = _next.Photos.Count > 0;
            if (!_isStoring)
            {
                return null;
            }

            var page = _next;
            _next = new Page(rows);
            return page;
        }
    }

    private sealed class Page
    {
        // Whoever waits goes on by himself, and does not hold up the storing of what came meanwhile.
        public Page(UploadingRows rows) => Stored = new Task(() => rows.MarkSent(Photos), TaskCreationOptions.RunContinuationsAsynchronously);

        public List<SentPhoto> Photos { get; } = [];

        public Task Stored { get; }
    }
}
