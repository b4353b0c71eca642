namespace MapThePaths.Core.Model;

/// <summary>How the photographer moved: a parent such as Earth and a child such as Walk (mtpdu.md §5).</summary>
public sealed record TransportType(string Parent, string Child)
{
    // Corrected: Plane, Helicopter and Drone are Air, whatever the predecessor's last table says (mtpdu.md §5.3).
    private static readonly (string Parent, string[] Children)[] Table =
    [
        ("Earth", ["Bicycle", "Walk", "Scooter", "Skateboard", "Rollerskate", "Rock Climbing", "Wheelchair", "Car", "Electric Car", "Electric Bicycle", "Electric Scooter"]),
        ("Snow", ["Ski", "Snowboard", "Snowshoe", "Ice Skating", "Snowmobile"]),
        ("Water", ["Swim", "Paddleboard", "Scuba Dive", "Surf", "Windsurf", "Kiteboard", "Canoe", "Freedive", "Kayak", "Row", "Sail", "Boat"]),
        ("Air", ["Plane", "Helicopter", "Drone", "Parachute", "Paraglide", "Hang Glide", "Wingsuit", "BASE Jump", "Glider"]),
        ("Other", ["Unlisted"]),
    ];

    /// <summary>All types, in the order people choose from.</summary>
    public static IReadOnlyList<TransportType> All { get; } =
        [.. Table.SelectMany(row => row.Children.Select(child => new TransportType(row.Parent, child)))];

    /// <summary>Whether this is Air by its parent or by its child, which some destinations refuse.</summary>
    public bool IsAir => Parent == "Air";

    /// <summary>
    /// Understands <c>Parent-Child</c>, case, blanks, hyphens and underscores aside, and the predecessor's old spellings: parents
    /// <c>Powered</c> and <c>Land</c>, the child <c>Hanglide</c>. The child decides; a parent that does not go with it is corrected.
    /// </summary>
    public static TransportType? Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0 || !IsKnownParent(text[..dash]))
        {
            return null;
        }

        var child = Current(Plain(text[(dash + 1)..]));
        return All.FirstOrDefault(type => Plain(type.Child) == child);
    }

    public override string ToString() => $"{Parent}-{Child}";

    private static bool IsKnownParent(string parent) =>
        Plain(parent) is "powered" or "land" or "unlisted" || Table.Any(row => Plain(row.Parent) == Plain(parent));

    private static string Current(string child) => child == "hanglide" ? "hangglide" : child;

    private static string Plain(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
