namespace MapThePaths.Core.Model;

/// <summary>A photo of a plan that the destination has already.</summary>
/// <param name="Path">Where it lies now.</param>
/// <param name="Account">Id of who sent it.</param>
/// <param name="ImageId">Null while its image was not seen.</param>
/// <param name="Corrections">What would be sent otherwise today; empty when nothing would.</param>
public sealed record AlreadyThere(long PhotoId, string Path, string Account, PhotoState State, string? ImageId, IReadOnlyList<Reason> Corrections)
{
    public bool IsCorrected => Corrections.Count > 0;
}
