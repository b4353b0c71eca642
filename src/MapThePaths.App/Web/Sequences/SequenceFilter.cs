using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App.Web.Sequences;

/// <summary>Which sequences the list shows. What is null or empty lets all through; what is given must all hold.</summary>
internal sealed record SequenceFilter
{
    /// <summary>For sequences of which nothing was sent, with whatever sequence: no part has this word.</summary>
    private const string Here = "here";

    /// <summary>Somewhere in name, description or tags.</summary>
    public string? Search { get; init; }

    /// <summary>A part of it is, or was to be, there.</summary>
    public string? Destination { get; init; }

    /// <summary>A part of it is in this state, at <see cref="Destination"/> if that is given; <c>here</c> for those without any part.</summary>
    public string? State { get; init; }

    /// <summary>A type such as <c>Earth-Walk</c>, or a parent such as <c>Earth</c>.</summary>
    public string? Transport { get; init; }

    /// <summary>Some of its photos were taken on this day (UTC) or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Some of its photos were taken on this day (UTC) or earlier.</summary>
    public DateOnly? To { get; init; }

    public List<SequenceSummary> Apply(OpenCatalog catalog)
    {
        var found = catalog.Overview.Sequences().Where(summary => Matches(summary.Sequence));
        if (IsGiven(Destination) || IsGiven(State))
        {
            var parts = catalog.Overview.PartCounts().ToLookup(part => part.SequenceId);
            found = found.Where(summary => IsThere(parts[summary.Sequence.Id]));
        }

        if (State == Here)
        {
            var others = catalog.Overview.SentWithOthers();
            found = found.Where(summary => !others.ContainsKey(summary.Sequence.Id));
        }

        if (From is not null || To is not null)
        {
            var spans = catalog.Sketches.Spans();
            found = found.Where(summary => spans.TryGetValue(summary.Sequence.Id, out var span) && WasThen(span));
        }

        return [.. found];
    }

    private bool Matches(Sequence sequence) => IsMeant(sequence) && IsSoTaken(sequence.Transport);

    private bool IsMeant(Sequence sequence) => !IsGiven(Search)
        || sequence.Name.Contains(Search!.Trim(), StringComparison.OrdinalIgnoreCase)
        || sequence.Description.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase)
        || sequence.Tags.Any(tag => tag.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase));

    private bool IsSoTaken(TransportType transport) =>
        !IsGiven(Transport) || transport.ToString() == Transport || transport.Parent == Transport;

    private bool IsThere(IEnumerable<PartCount> parts)
    {
        var there = parts.Where(part => !IsGiven(Destination) || part.Destination == Destination);
        return State == Here ? !there.Any() : there.Any(part => !IsGiven(State) || part.State.Word() == State);
    }

    private bool WasThen(Interval span) =>
        (From is not { } from || span.End >= Midnight(from)) && (To is not { } to || span.Start < Midnight(to.AddDays(1)));

    private static Instant Midnight(DateOnly day) => LocalDate.FromDateOnly(day).AtMidnight().InUtc().ToInstant();

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);
}
