using MapThePaths.Core.Model;

namespace MapThePaths.Core.Importing;

/// <summary>What a sequence's name and tags may be (design §6, mtpdu.md §4).</summary>
internal static class SequenceLimits
{
    public const int MinPhotos = 2;
    private const int MaxNameLength = 100;
    private const int MaxTags = 15;
    private const int MaxTagLength = 30;

    /// <exception cref="UserMistakeException">Names the limit that is broken.</exception>
    public static void Check(ImportRequest request)
    {
        if (request.Name.Trim().Length is 0 or > MaxNameLength)
        {
            throw new UserMistakeException($"A sequence's name has 1 to {MaxNameLength} characters; this one has {request.Name.Trim().Length}.");
        }

        if (request.Tags is { Count: > MaxTags })
        {
            throw new UserMistakeException($"A sequence has at most {MaxTags} tags; {request.Tags.Count} were given.");
        }

        if (request is { MaxGap: not (null or > 0) } or { MaxJump: not (null or > 0) })
        {
            throw new UserMistakeException("The longest gap and the longest jump must be more than 0.");
        }

        foreach (var tag in request.Tags ?? [])
        {
            CheckTag(tag);
        }
    }

    private static void CheckTag(string tag)
    {
        if (tag.Length is 0 or > MaxTagLength || !tag.All(character => char.IsLetterOrDigit(character) || character == '-'))
        {
            throw new UserMistakeException($"The tag '{tag}' must be 1 to {MaxTagLength} letters, digits and hyphens.");
        }
    }
}
