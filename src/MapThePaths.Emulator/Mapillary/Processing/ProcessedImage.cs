using MapThePaths.Emulator.Photos;

namespace MapThePaths.Emulator.Mapillary.Processing;

/// <summary>One image of a cluster after processing; <c>Dropped</c> says why it never becomes visible, null when it does.</summary>
internal sealed record ProcessedImage(
    string Id, string SequenceId, string AccountId, string? OrganizationId, string Key, string? Entry, PhotoFacts Facts, string? Dropped)
{
    public bool IsVisible => Dropped is null;

    public long CapturedAtMs => Facts.CapturedAt.GetValueOrDefault().ToUnixTimeMilliseconds();
}
