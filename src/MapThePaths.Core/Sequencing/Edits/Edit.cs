using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>
/// One wish about a sequence, as a pure function of its photos: the same photos give the same result, and taking the edit away gives back
/// what was before. What stands in the properties is stored as JSON.
/// </summary>
public abstract record Edit : SequenceEdit
{
    /// <param name="photos">By time, then by path; those without a time last. Facts may be missing.</param>
    /// <returns>Every photo once: kept, changed or not, or left out.</returns>
    public abstract EditResult Apply(IReadOnlyList<EditedPhoto> photos);

    /// <summary>Why this edit cannot be made on these photos, with what to do; null when it can. A photo of a later import is no reason.</summary>
    public virtual string? WhyRefused(IReadOnlyList<EditedPhoto> photos) => null;

    /// <summary>What looks wrong with these photos beside what this edit brings; null when it brings nothing to compare them with.</summary>
    public virtual IEnumerable<Proposal>? Examine(IReadOnlyList<EditedPhoto> photos) => null;
}

/// <summary>What an edit made of some photos: each is in exactly one of the lists.</summary>
public sealed record EditResult(IReadOnlyList<EditedPhoto> Photos, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>All photos stay, each as <paramref name="change"/> makes it.</summary>
    public static EditResult Each(IEnumerable<EditedPhoto> photos, Func<EditedPhoto, EditedPhoto> change) => new([.. photos.Select(change)], []);

    /// <summary>Leaves out those photos that are among <paramref name="unwanted"/>.</summary>
    public static EditResult Without(IReadOnlyList<EditedPhoto> photos, IEnumerable<EditedPhoto> unwanted, Reason reason)
    {
        var goes = unwanted.Select(photo => photo.Photo.Id).ToHashSet();
        return new EditResult(
            [.. photos.Where(photo => !goes.Contains(photo.Photo.Id))],
            [.. photos.Where(photo => goes.Contains(photo.Photo.Id)).Select(photo => photo.LeaveOut(reason))]);
    }
}
