using System.Text.Json.Serialization;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>An edit of what a clock or a compass gave: of one camera, or of all.</summary>
public abstract record CameraEdit : Edit
{
    /// <summary>The only camera whose photos it changes: make and model, and its id where that is needed to tell two apart; null for all cameras.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Camera { get; init; }

    public sealed override string Text => Camera is null ? What : $"{What}, of {Camera} alone";

    /// <summary>What it does, in words for people, whichever the camera.</summary>
    protected abstract string What { get; }

    public sealed override EditResult Apply(IReadOnlyList<EditedPhoto> photos)
    {
        var change = Change();
        return EditResult.Each(photos, photo => IsMeant(photo) ? change(photo) : photo);
    }

    public sealed override string? WhyRefused(IReadOnlyList<EditedPhoto> photos)
    {
        var meant = photos.Where(IsMeant).ToList();
        if (meant.Count > 0 || Camera is null)
        {
            return WhyWrong(meant);
        }

        var cameras = photos.Select(photo => photo.Line.Body).Distinct().ToList();
        return $"No photo of the sequence is of the camera '{Camera}'. It has: {string.Join(", ", cameras.Select(camera => camera.NameAmong(cameras)).Order(StringComparer.Ordinal))}.";
    }

    protected abstract Func<EditedPhoto, EditedPhoto> Change();

    /// <param name="photos">Those that are meant.</param>
    /// <returns>As <see cref="WhyRefused"/>.</returns>
    protected abstract string? WhyWrong(IReadOnlyList<EditedPhoto> photos);

    private bool IsMeant(EditedPhoto photo) => Camera is null || photo.Line.IsNamed(Camera);
}
