using MapThePaths.App.Web.Runs;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Importing;

/// <summary>What a user says of the photos that become a sequence.</summary>
internal sealed record ImportWish
{
    /// <summary>Files and folders.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Such as <c>Earth-Walk</c>.</summary>
    public required string Transport { get; init; }

    /// <summary>An IANA name, <c>utc</c> or an offset.</summary>
    public string? TimeZone { get; init; }

    public RuleWishes? Rules { get; init; }

    /// <exception cref="UserMistakeException">A word that nobody knows.</exception>
    public ImportRequest ToRequest(TransportTable transports) => new()
    {
        Paths = Paths,
        Name = Name,
        Description = Description,
        Tags = Tags,
        Transport = Choices.Transport(Transport, transports),
        TimeZone = Choices.TimeZone(TimeZone),
        Rules = Rules ?? new RuleWishes(),
    };
}

/// <summary>Makes a sequence of photos.</summary>
internal static class ImportWork
{
    public static RunOutcome Do(ImportRequest request, PageRun run, Composition composition, CancellationToken cancellationToken)
    {
        composition.Settings.CreateHome();
        var import = composition.Flow.Import(request, new FlowTelling(run, composition.Catalog, composition.Time), cancellationToken);
        foreach (var left in import.LeftOut)
        {
            run.Log.Add(new FileLeftOut(left.Path, left.Reason.Code));
        }

        var result = ImportOutcome.Of(import);
        if (import.Sequence is not { } sequence)
        {
            var why = $"No sequence is made: it needs at least 2 photos that can be used, and {import.Files - import.LeftOut.Count} of {import.Files} can.";
            return new RunOutcome(ExitCode.Of(import), why, result) { State = RunState.Failed };
        }

        run.IsAbout(sequence.Id);
        return new RunOutcome(ExitCode.Of(import), Message: null, result);
    }
}

/// <summary>What came of an import.</summary>
/// <param name="Sequence">Its id; absent when none was made.</param>
/// <param name="Photos">Files that were looked at.</param>
/// <param name="Reasons">How many are left out for which reason.</param>
/// <param name="PassedOver">Files in the folders that are no JPEGs, counted by their extension.</param>
/// <param name="WasKnown">The same photos stood under this name already.</param>
internal sealed record ImportOutcome(
    long? Sequence,
    int Photos,
    int LeftOut,
    IReadOnlyDictionary<string, int> Reasons,
    IReadOnlyDictionary<string, string> ReasonTexts,
    IReadOnlyDictionary<string, int> PassedOver,
    bool WasKnown)
{
    public static ImportOutcome Of(ImportResult import) => new(
        import.Sequence?.Id,
        import.Files,
        import.LeftOut.Count,
        import.LeftOut.CountBy(left => left.Reason.Code).ToDictionary(StringComparer.Ordinal),
        import.LeftOut.Select(left => left.Reason).Distinct().ToDictionary(reason => reason.Code, reason => reason.Meaning, StringComparer.Ordinal),
        import.PassedOver.CountBy(path => Path.GetExtension(path).ToLowerInvariant(), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
        import.WasKnown);
}
