using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Sequences;

/// <summary>Some of the life lines that were asked for.</summary>
/// <param name="Total">All that match.</param>
/// <param name="Counts">How many photos are in which state, by destination, whatever was asked for; under <c>here</c> those that are nowhere else.</param>
internal sealed record LifeLinePage(int Total, IReadOnlyList<LifeLineView> Lines, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts);

/// <summary>Where one photo is at one destination.</summary>
internal sealed record LifeLineView
{
    /// <summary>For photos that are at no destination.</summary>
    public const string Here = "here";

    /// <summary>Absent for a file that could not be read at all.</summary>
    public long? PhotoId { get; init; }

    public required string Name { get; init; }

    public required string Path { get; init; }

    /// <summary>Absent for a photo that is here alone.</summary>
    public string? Destination { get; init; }

    public string? Account { get; init; }

    public int? Part { get; init; }

    /// <summary>The sequence it was sent with; absent when that is the one asked about.</summary>
    public long? OtherSequence { get; init; }

    /// <summary>A photo's state, or <c>here</c>.</summary>
    public required string State { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? At { get; init; }

    public string? ImageId { get; init; }

    public Uri? ImageUrl { get; init; }

    public ReasonView? Reason { get; init; }

    /// <summary>The destination's own words.</summary>
    public string? Message { get; init; }

    /// <summary>What to do because of its state; what to do because of the reason, the page knows.</summary>
    public string? NextStep { get; init; }

    /// <summary>Images of it that the destination had before, since it was sent more than once.</summary>
    public required IReadOnlyList<string> FormerImageIds { get; init; }

    /// <param name="sequence">The one asked about.</param>
    public static LifeLineView Of(LifeLine line, long sequence, Composition composition) => new()
    {
        PhotoId = line.PhotoId,
        Name = System.IO.Path.GetFileName(line.Path),
        Path = line.Path,
        Destination = line.Destination,
        Account = line.Account,
        Part = line.Part,
        OtherSequence = line.SequenceId == sequence ? null : line.SequenceId,
        State = line.State.Word(),
        At = line.At.ToDateTimeOffset(),
        ImageId = line.ImageId,
        ImageUrl = line.ImageId is { } image ? composition.PageOf(line.Destination, image) : null,
        Reason = line.Reason is { } reason ? ReasonView.Of(reason) : null,
        Message = line.Message,
        NextStep = PageSteps.For(line, sequence),
        FormerImageIds = line.FormerImages,
    };

    /// <summary>For a photo that no destination has anything of.</summary>
    public static LifeLineView Of(string path, long? photoId, Reason? whyLeftOut) => new()
    {
        PhotoId = photoId,
        Name = System.IO.Path.GetFileName(path),
        Path = path,
        State = whyLeftOut is null ? Here : PhotoState.LeftOut.Word(),
        Reason = whyLeftOut is null ? null : ReasonView.Of(whyLeftOut),
        FormerImageIds = [],
    };
}
