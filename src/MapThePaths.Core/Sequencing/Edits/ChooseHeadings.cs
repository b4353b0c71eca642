namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>Where headings come from.</summary>
public enum HeadingSource
{
    /// <summary>The camera; from the next photo where it gave none. Takes earlier turns back.</summary>
    Keep,

    /// <summary>The next photo, whatever the camera gave.</summary>
    Compute,
}

/// <summary>Chooses between the camera's headings and the directions to the next photos (mtpdu.md §16).</summary>
public sealed record ChooseHeadings(HeadingSource Source) : CameraEdit
{
    protected override string What => Source == HeadingSource.Keep ? "headings as the camera gave them" : "headings computed: each photo looks towards the next";

    protected override Func<EditedPhoto, EditedPhoto> Change() => photo => photo with
    {
        Heading = Source == HeadingSource.Keep ? photo.Photo.Capture.Heading : null,
        Turn = 0,
    };

    protected override string? WhyWrong(IReadOnlyList<EditedPhoto> photos) => null;
}
