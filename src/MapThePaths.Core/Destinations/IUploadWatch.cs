namespace MapThePaths.Core.Destinations;

/// <summary>What a sender tells while it brings one photo. May be told from any thread, and returns at once.</summary>
public interface IUploadWatch
{
    /// <summary>So many bytes of the photo have been handed over so far; may move backwards.</summary>
    void HandedOver(long bytes);

    /// <summary>A try failed; the next begins after this wait.</summary>
    void Waits(UploadWait wait);
}

/// <summary>A wait before the next try.</summary>
/// <param name="Length">More than zero.</param>
/// <param name="Why">For the user, without secrets: a few words that follow a colon.</param>
public sealed record UploadWait(TimeSpan Length, WaitCause Cause, string Why)
{
    /// <summary>Failed tries of this photo in a row, since the far side last had more of it than ever before; at least 1.</summary>
    public int Failures { get; init; } = 1;
}

/// <summary>What a wait says about the number of photos on their way at once.</summary>
public enum WaitCause
{
    /// <summary>Nothing: a lost connection, an error of the service.</summary>
    Trouble,

    /// <summary>There are too many for the service: it asked to slow down.</summary>
    TooFast,

    /// <summary>There may be too many for the line: bytes or an answer did not come through in time.</summary>
    TooSlow,
}
