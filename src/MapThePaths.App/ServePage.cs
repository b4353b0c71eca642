namespace MapThePaths.App;

/// <summary>Starts the page's server. The command line and the page never name each other; Program.cs brings them together.</summary>
/// <param name="port">0 takes any free one.</param>
internal delegate Task<ServedPage> ServePage(Composition composition, int port, CancellationToken cancellationToken);

/// <summary>The page on its address; it ends when it is disposed of.</summary>
internal abstract class ServedPage : IAsyncDisposable
{
    /// <summary>Where a browser begins; each is good for one visit.</summary>
    public abstract Uri NewStartAddress();

    public abstract ValueTask DisposeAsync();
}
