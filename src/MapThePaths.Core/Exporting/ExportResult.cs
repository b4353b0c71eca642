using MapThePaths.Core.Model;

namespace MapThePaths.Core.Exporting;

/// <summary>What became of an export.</summary>
/// <param name="Photos">Every photo of the plan's parts, in order.</param>
/// <param name="Stopped">Why it could not go on to its end; null when it did.</param>
public sealed record ExportResult(IReadOnlyList<PhotoExport> Photos, string? Stopped)
{
    /// <summary>Files among the copies that are none of this export, such as copies of photos that were edited out since.</summary>
    public IReadOnlyList<string> Leftovers { get; init; } = [];
}

/// <summary>What became of one photo's copy.</summary>
/// <param name="Copy">Where it lies or was to lie; empty while nothing was tried.</param>
public sealed record PhotoExport(string Path, string Copy, CopyState State)
{
    /// <summary>Why it failed; null when it did not.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The system's own words.</summary>
    public string? Message { get; init; }
}

public enum CopyState
{
    Written,

    /// <summary>The same bytes lay there before.</summary>
    AlreadyThere,

    Failed,

    /// <summary>The run stopped before.</summary>
    Waiting,
}
