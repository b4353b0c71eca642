namespace MapThePaths.App.Web.Runs;

internal enum RunKind
{
    Import,
    Inspect,
    Send,
    Follow,
    Verify,
    Sync,
    Export,
    Login,
    Practice,
}

internal enum RunState
{
    Running,

    /// <summary>What is on its way is finished; nothing new is begun.</summary>
    Pausing,

    Done,
    Failed,

    /// <summary>The same wish goes on where it stopped.</summary>
    Paused,

    Cancelled,
}

/// <param name="Run">Its id.</param>
internal sealed record RunStarted(string Run);

/// <summary>Work that goes on, or ended since the program started.</summary>
/// <param name="Sequence">Which it is about; absent while there is none.</param>
/// <param name="ExitCode">As the command line would have ended; absent while it goes on.</param>
/// <param name="Sending">The wish to send that is left, with which it goes on; absent for other kinds, and when all of it came to its end.</param>
/// <param name="Result">What came of it; each kind of run has its own.</param>
internal sealed record RunView(
    string Id, RunKind Kind, long? Sequence, RunState State, DateTimeOffset StartedAt, SendRequest? Sending, int? ExitCode, object? Result);
