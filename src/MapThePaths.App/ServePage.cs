namespace MapThePaths.App;

/// <summary>Starts the page's server. The command line and the page never name each other; Program.cs brings them together.</summary>
/// <param name="port">0 takes any free one.</param>
internal delegate Task<ServedPage> ServePage(Composition composition, int port, CancellationToken cancellationToken);

/// <summary>The page on its address.</summary>
/// <param name="StartAddress">Where the browser begins; good for one visit.</param>
/// <param name="Server">Disposing of it ends the page.</param>
internal sealed record ServedPage(Uri StartAddress, IAsyncDisposable Server);
