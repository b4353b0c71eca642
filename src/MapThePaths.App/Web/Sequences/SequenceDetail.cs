using System.Diagnostics.CodeAnalysis;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Sequences;

/// <summary>A sequence as its own page shows it.</summary>
internal sealed record SequenceDetail : SequenceCard
{
    [SetsRequiredMembers]
    public SequenceDetail(SequenceCard card, ArrangedSequence arranged, bool canRedo)
        : base(card)
    {
        var photos = arranged.Runs.SelectMany(run => run.Photos).ToList();
        TimeZone = arranged.Sequence.TimeZone;
        Rules = RuleWishes.Of(arranged.Sequence.Rules);
        Edits = [.. arranged.Edits.Select(edit => new EditRow(edit.Number, edit.Text))];
        CanUndo = Edits.Count > 0;
        CanRedo = canRedo;
        Seconds = card is { FirstTakenAt: { } first, LastTakenAt: { } last } ? (last - first).TotalSeconds : 0;
        Bounds = photos.Count == 0 ? null :
        [
            photos.Min(photo => photo.Position.Longitude),
            photos.Min(photo => photo.Position.Latitude),
            photos.Max(photo => photo.Position.Longitude),
            photos.Max(photo => photo.Position.Latitude),
        ];
    }

    /// <summary>The zone that camera clocks without one were set to: an IANA name, <c>utc</c> or an offset.</summary>
    public string? TimeZone { get; }

    /// <summary>All nine.</summary>
    public RuleWishes Rules { get; }

    /// <summary>Those that count, in the order in which they were made.</summary>
    public IReadOnlyList<EditRow> Edits { get; }

    public bool CanUndo { get; }

    public bool CanRedo { get; }

    /// <summary>From the first photo to the last.</summary>
    public double Seconds { get; }

    /// <summary>West, south, east, north.</summary>
    public double[]? Bounds { get; }
}

/// <param name="Id">Its place among the edits, from 1.</param>
/// <param name="Text">What was wished for.</param>
internal sealed record EditRow(int Id, string Text);

/// <summary>What is to be changed of a sequence. What is absent stays as it is.</summary>
internal sealed record SequenceChange
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public string? Transport { get; init; }

    /// <summary>Empty for none.</summary>
    public string? TimeZone { get; init; }

    public RuleWishes? Rules { get; init; }
}
