using System.Globalization;

namespace MapThePaths.Core.Model;

/// <summary>What a sequence's name and tags may be (mtpdu.md §4).</summary>
internal static class SequenceLimits
{
    public const int MinPhotos = 2;
    private const int MaxNameLength = 100;
    public const int MaxTags = 15;
    private const int MaxTagLength = 30;

    /// <exception cref="UserMistakeException">Names the limit that is broken.</exception>
    public static void Check(string name, IReadOnlyList<string> tags)
    {
        var length = new StringInfo(name.Trim()).LengthInTextElements;
        if (length is 0 or > MaxNameLength)
        {
            throw new UserMistakeException($"A sequence's name has 1 to {MaxNameLength} characters; this one has {length}. Give another name.");
        }

        if (name.Any(char.IsControl))
        {
            throw new UserMistakeException("A sequence's name stands on one line, without control characters. Give another name.");
        }

        if (tags.Count > MaxTags)
        {
            throw new UserMistakeException($"A sequence has at most {MaxTags} tags; {tags.Count} were given.");
        }

        foreach (var tag in tags)
        {
            CheckTag(tag);
        }

        if (tags.CountBy(tag => tag, StringComparer.OrdinalIgnoreCase).FirstOrDefault(tag => tag.Value > 1).Key is { } twice)
        {
            throw new UserMistakeException($"The tag '{twice}' is given twice.");
        }
    }

    public static bool IsTag(string text) =>
        text.Length is > 0 and <= MaxTagLength && text.All(character => char.IsLetterOrDigit(character) || character == '-');

    private static void CheckTag(string tag)
    {
        if (!IsTag(tag))
        {
            throw new UserMistakeException($"The tag '{tag}' must be 1 to {MaxTagLength} letters, digits and hyphens.");
        }
    }
}
