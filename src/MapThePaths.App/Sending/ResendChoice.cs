using MapThePaths.Core.Model;

namespace MapThePaths.App.Sending;

/// <summary>Which photos of a plan <c>--resend</c> means.</summary>
internal static class ResendChoice
{
    /// <summary>The plan with the wish in it.</summary>
    /// <param name="photos">File names or paths; empty for all, null for none.</param>
    /// <exception cref="UserMistakeException">A photo that is not in the plan.</exception>
    public static Plan Apply(Plan plan, IReadOnlyList<string>? photos)
    {
        if (photos is null)
        {
            return plan;
        }

        var planned = plan.Parts.SelectMany(part => part.Photos).Select(photo => photo.Photo).ToList();
        var meant = photos.Count == 0 ? planned : photos.SelectMany(name => Named(name, planned, plan));
        return plan with { Resend = meant.Select(photo => photo.Id).ToHashSet() };
    }

    private static List<Photo> Named(string name, List<Photo> planned, Plan plan)
    {
        var path = Path.GetFullPath(name);
        var named = planned.FindAll(photo => photo.Path == path);
        if (named.Count == 0)
        {
            named = planned.FindAll(photo => Path.GetFileName(photo.Path) == name);
        }

        return named.Count > 0
            ? named
            : throw new UserMistakeException($"--resend: '{name}' is no photo that '{plan.Sequence.Name}' would send. 'mtpdu show {plan.Sequence.Id}' names them.");
    }
}
