namespace MapThePaths.Emulator.Mapillary.Identity;

/// <summary>The one organization there is (§4.2). Every user may upload to it.</summary>
internal static class Organization
{
    public static Dictionary<string, string> Fields(string id) => new(StringComparer.Ordinal)
    {
        ["slug"] = "practice-club",
        ["description"] = "An organization to practise with",
        ["name"] = "Practice Club",
        ["id"] = id,
    };
}
