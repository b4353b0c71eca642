using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>Leaves single photos out of the sequence. The files stay.</summary>
/// <param name="Photos">By content, so that moving a file changes nothing.</param>
public sealed record RemovePhotos(IReadOnlyList<RemovedPhoto> Photos) : Edit
{
    private const int NamesShown = 3;

    public override string Text => Photos.Count > NamesShown
        ? $"{string.Join(", ", Photos.Take(NamesShown).Select(photo => photo.Name))} and {Photos.Count - NamesShown} more removed"
        : $"{string.Join(", ", Photos.Select(photo => photo.Name))} removed";

    /// <summary>The photos that the user means by names or paths.</summary>
    /// <exception cref="UserMistakeException">There is none of that name, or there are several.</exception>
    public static RemovePhotos Of(IReadOnlyList<string> names, IReadOnlyList<Photo> photos) =>
        new([.. names.Select(name => Find(name, photos)).DistinctBy(photo => photo.Id)]);

    public override EditResult Apply(IReadOnlyList<EditedPhoto> photos)
    {
        var removed = Photos.Select(photo => photo.Id).ToHashSet();
        return EditResult.Without(photos, photos.Where(photo => removed.Contains(photo.Photo.Id)), Reason.RemovedByEdit);
    }

    public override string? WhyRefused(IReadOnlyList<EditedPhoto> photos)
    {
        if (Photos.Count == 0)
        {
            return "Name the photos that are to be removed.";
        }

        var there = photos.Select(photo => photo.Photo.Id).ToHashSet();
        return Photos.FirstOrDefault(photo => !there.Contains(photo.Id)) is { } gone ? $"{gone.Name} is left out by an earlier edit already." : null;
    }

    private static RemovedPhoto Find(string name, IReadOnlyList<Photo> photos)
    {
        var path = Path.GetFullPath(name);
        var found = photos.Where(photo => photo.Path == path || photo.Path == name).ToList();
        if (found.Count == 0)
        {
            found = [.. photos.Where(photo => Path.GetFileName(photo.Path) == name)];
        }

        return found switch
        {
            [var only] => new RemovedPhoto(only.Id, Path.GetFileName(only.Path)),
            [] => throw new UserMistakeException($"There is no photo '{name}' in the sequence. 'mtpdu show' lists its photos; give a file name or a path."),
            _ => throw new UserMistakeException($"There are {found.Count} photos named '{name}' in the sequence. Give the whole path of the one you mean, such as {found[0].Path}."),
        };
    }
}

/// <param name="Name">Its file's, when it was removed; for people.</param>
public sealed record RemovedPhoto(long Id, string Name);
