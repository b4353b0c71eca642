namespace MapThePaths.Core.Model;

/// <summary>What a comparison with a destination found of one photo.</summary>
/// <param name="Path">As sent.</param>
/// <param name="ImageId">The image that it was compared with, or that was there before; null when there never was one.</param>
/// <param name="Difference">Null when all is as it was sent.</param>
/// <param name="Metres">How far the image lies from where the photo was sent to; null when there is no image.</param>
/// <param name="Seconds">How much later the image claims to be taken; null when there is no image.</param>
public sealed record PhotoFinding(long PhotoId, string Path, string? ImageId, Reason? Difference, double? Metres, double? Seconds)
{
    /// <summary>There is no image of it. Anything else that differs is an image that is not as expected, or was seen before.</summary>
    public bool IsMissing => Difference == Reason.NotShown;
}

/// <summary>What a comparison found of one part.</summary>
/// <param name="Findings">One for each photo that the destination has, in order.</param>
public sealed record PartVerification(long PartId, IReadOnlyList<PhotoFinding> Findings)
{
    public int Matching => Findings.Count(finding => finding.Difference is null);

    public int Missing => Findings.Count(finding => finding.IsMissing);

    public int Differing => Findings.Count - Matching - Missing;

    public bool IsWhole => Matching == Findings.Count;
}

/// <summary>Whether an original may be deleted.</summary>
/// <param name="Doubt">Why not; null when it may.</param>
/// <param name="Size">Bytes that deleting it would free.</param>
/// <param name="Destination">Where its image was seen; null with a doubt.</param>
/// <param name="ImageId">The image; null with a doubt.</param>
public sealed record DeletionAdvice(string Path, Reason? Doubt, long Size, string? Destination, string? ImageId)
{
    /// <summary>The destination that the doubt is about; null when it is about none of them.</summary>
    public string? DoubtfulAt { get; init; }

    /// <summary>Name of the account there; null likewise, or when nobody knows it.</summary>
    public string? DoubtfulOf { get; init; }
}
