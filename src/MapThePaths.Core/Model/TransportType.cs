namespace MapThePaths.Core.Model;

/// <summary>How the photographer moved: a parent such as Earth and a child such as Walk (mtpdu.md §5).</summary>
public sealed record TransportType(string Parent, string Child)
{
    /// <summary>The program's own types, in the order people choose from.</summary>
    public static IReadOnlyList<TransportType> All => TransportTable.BuiltIn.All;

    /// <summary>Whether this is Air by its parent or by its child, which some destinations refuse.</summary>
    public bool IsAir => Parent == "Air";

    /// <inheritdoc cref="TransportTable.Parse"/>
    public static TransportType? Parse(string text) => TransportTable.BuiltIn.Parse(text);

    public override string ToString() => $"{Parent}-{Child}";
}
