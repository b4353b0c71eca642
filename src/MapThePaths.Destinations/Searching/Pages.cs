namespace MapThePaths.Destinations.Searching;

/// <summary>Answers that come in several pages.</summary>
internal static class Pages
{
    /// <summary>A part has 1,000 photos at most, and nothing else is larger; this many pages mean that the service repeats itself.</summary>
    public const int Most = 50;

    /// <summary>The next page's address, absolute; null when it is not at <paramref name="home"/>: the token goes along, and must not go elsewhere.</summary>
    public static string? AtHome(string home, string next)
    {
        var own = new Uri(home);
        return Uri.TryCreate(own, next, out var address) && address.Scheme == own.Scheme && address.Authority == own.Authority ? address.AbsoluteUri : null;
    }
}
