namespace MapThePaths.Core.Model;

/// <summary>Where a part is on its way. Moves forward only, except that a failed or dry-run part may be sent again.</summary>
public enum PartState
{
    Draft,
    Uploading,
    Uploaded,

    /// <summary>The intent to publish is stored; whether the destination did it is not known before an answer or an image is seen.</summary>
    Publishing,

    Processing,
    Live,
    Failed,
    DryRun,
}

/// <summary>Where a photo is at one destination.</summary>
public enum PhotoState
{
    Waiting,
    Sent,
    Published,
    Visible,
    Missing,
    LeftOut,
    Failed,
    DryRun,
}

/// <summary>States as the catalog and every output spell them.</summary>
public static class StateWords
{
    private static readonly string[] PartWords = ["draft", "uploading", "uploaded", "publishing", "processing", "live", "failed", "dry_run"];
    private static readonly string[] PhotoWords = ["waiting", "sent", "published", "visible", "missing", "left_out", "failed", "dry_run"];

    public static string Word(this PartState state) => PartWords[(int)state];

    public static string Word(this PhotoState state) => PhotoWords[(int)state];

    public static PartState ParsePart(string word) => (PartState)Array.IndexOf(PartWords, word);

    public static PhotoState ParsePhoto(string word) => (PhotoState)Array.IndexOf(PhotoWords, word);
}
