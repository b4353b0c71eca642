namespace MapThePaths.Emulator.MapThePathsWeb.Sequences;

/// <summary>The rows of the documented table (§7). Matched by name alone, without regard to case; a parent is a type too.</summary>
internal static class TransportTypes
{
    private static readonly string[] All =
    [
        "Air", "BASE Jump", "Glider", "Hang Glide", "Parachute", "Paraglide", "Wingsuit", "Helicopter", "Plane", "Drone",
        "Earth", "Bicycle", "Rollerskate", "Scooter", "Skateboard", "Walk", "Rock Climbing", "Car", "Electric Bicycle", "Electric Scooter",
        "Electric Car", "Wheelchair",
        "Snow", "Ski", "Snowboard", "Snowshoe", "Ice Skating", "Snowmobile",
        "Water", "Canoe", "Kayak", "Kiteboard", "Paddleboard", "Row", "Scuba Dive", "Sail", "Surf", "Swim", "Windsurf", "Boat", "Freedive",
        "Unlisted", "Other",
    ];

    /// <summary>The row's number from 1 on; null for a name that is none.</summary>
    public static int? Find(string name)
    {
        var index = Array.FindIndex(All, type => type.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }

    public static string Name(int row) => All[row - 1];
}
