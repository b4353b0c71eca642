using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Photos;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.MapillaryV3.Pictures;

/// <summary>
/// What became of a published session (§6): one sequence in capture order, or a failed session. Its photos are read when somebody first
/// asks after the processing time.
/// </summary>
internal sealed class Publication(SessionOpened opened, SessionPublished published, Func<string, string> pathOf, TimeSpan duration)
{
    /// <summary>As the document has it, "some weeks" (§6.3).</summary>
    public static readonly TimeSpan DryRunEnd = TimeSpan.FromDays(21);

    /// <summary>What Mapillary's own programs took for the longest (§7.1).</summary>
    private const int LongestSequence = 1000;
    private readonly Lazy<IReadOnlyList<Image>> _images = new(() => Read(opened, published, pathOf));

    public SessionPublished Published => published;

    /// <summary>In capture order, photos that are no images included.</summary>
    public IReadOnlyList<Image> Images => _images.Value;

    public bool IsProcessed(DateTimeOffset now) =>
        published is { IsDryRun: false, NeverProcessed: false } && published.At + duration <= now;

    /// <summary>The texts are ours: none is known (§6.6).</summary>
    public string? FailedReason(DateTimeOffset now)
    {
        if (published.IsDryRun)
        {
            return published.At + DryRunEnd <= now ? "The session was published as a dry run" : null;
        }

        if (!IsProcessed(now))
        {
            return null;
        }

        if (published.Fails)
        {
            return "The session could not be processed";
        }

        return Images.Any(image => image.Dropped is null) ? null : "No image in the session could be processed";
    }

    /// <summary>None before it is processed, none if it failed.</summary>
    public IReadOnlyList<Sequence> Sequences(DateTimeOffset now) => !IsProcessed(now) || FailedReason(now) is not null
        ? []
        : [.. Images.Where(image => image.Dropped is null)
            .GroupBy(image => image.SequenceKey, StringComparer.Ordinal)
            .Select(images => new Sequence(images.Key, published.At + duration, [.. images]))];

    private static IReadOnlyList<Image> Read(SessionOpened opened, SessionPublished published, Func<string, string> pathOf)
    {
        var owner = new Owner(opened.AccountId, opened.OrganizationKey, opened.IsPrivate);
        var images = published.Photos.Select(photo => Read(opened.Key, photo, pathOf, owner)).OrderBy(image => image.CapturedAt).ToList();
        var sequences = images.Where(image => image.Dropped is null)
            .Chunk(published.Split ?? LongestSequence)
            .SelectMany((members, part) => members.Select(member => (member.Key, Sequence: OpaqueKey.Of($"{opened.Key}/sequence/{part}"))))
            .ToDictionary(member => member.Key, member => member.Sequence, StringComparer.Ordinal);
        return [.. images.Select(image => image with { SequenceKey = sequences.GetValueOrDefault(image.Key, "") })];
    }

    private static Image Read(string sessionKey, PublishedPhoto photo, Func<string, string> pathOf, Owner owner)
    {
        using var file = File.OpenRead(pathOf(photo.File));
        var facts = PhotoReader.Read(file);
        var dropped = photo.Dropped ? "dropped by a fault rule" : PhotoFacts.WhyUnusable(facts);
        return new Image(OpaqueKey.Of($"{sessionKey}/{photo.Name}"), "", photo.Name, photo.File, facts ?? new PhotoFacts(), dropped, owner);
    }
}
