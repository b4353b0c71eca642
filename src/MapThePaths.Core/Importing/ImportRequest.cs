using MapThePaths.Core.Model;

namespace MapThePaths.Core.Importing;

/// <summary>What a user says of the photos to be imported. What is null stays as it was for a sequence that is known already.</summary>
public sealed record ImportRequest
{
    /// <summary>Files and folders.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Of a new sequence that is known by it elsewhere; null for another one. Not taken when a sequence here has it.</summary>
    public Guid? Uuid { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public required TransportType Transport { get; init; }

    /// <summary>An IANA name, <c>utc</c> or an offset.</summary>
    public string? TimeZone { get; init; }

    public RuleWishes Rules { get; init; } = new();
}

/// <summary>What became of an import.</summary>
/// <param name="Sequence">Null when no sequence came of it: too few photos can be used.</param>
/// <param name="Files">How many files were looked at.</param>
/// <param name="LeftOut">By path.</param>
/// <param name="WasKnown">The same photos stood under this name already.</param>
public sealed record ImportResult(Sequence? Sequence, int Files, IReadOnlyList<LeftOut> LeftOut, bool WasKnown)
{
    /// <summary>The sequence as it was before, if it was known.</summary>
    public Sequence? Before { get; init; }

    /// <summary>How many of its files have another content than before.</summary>
    public int ReadAnew { get; init; }

    /// <summary>Files in the given folders that no name and no content makes a JPEG, by full path.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];
}
