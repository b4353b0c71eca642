using MapThePaths.Emulator.Photos;

namespace MapThePaths.Emulator.MapillaryV3.Pictures;

/// <summary>A photo of a published session; <c>Dropped</c> says why it never becomes an image, null when it does.</summary>
internal sealed record Image(string Key, string SequenceKey, string Name, string File, PhotoFacts Facts, string? Dropped, Owner Owner)
{
    public DateTimeOffset CapturedAt => Facts.CapturedAt.GetValueOrDefault();

    /// <summary>Degrees, or -1 for an unknown angle, which has been seen (§8.2).</summary>
    public double CompassAngle => Facts.Heading ?? -1;
}

/// <summary>Whose an image or sequence is, and who may see it.</summary>
internal sealed record Owner(string AccountId, string? OrganizationKey, bool IsPrivate);

/// <summary>Images of one session in capture order; never empty.</summary>
internal sealed record Sequence(string Key, DateTimeOffset CreatedAt, IReadOnlyList<Image> Images)
{
    public Owner Owner => Images[0].Owner;

    /// <summary>Its first image's (§7.1).</summary>
    public DateTimeOffset CapturedAt => Images[0].CapturedAt;
}
