namespace MapThePaths.Emulator.MapillaryV3.Storage;

/// <summary>The bucket that sessions point to (§6.1, <c>url</c>).</summary>
internal static class Bucket
{
    public const string Name = "practice-uploads-images";

    /// <summary>Ends in a slash.</summary>
    public const string Path = "/" + Name + "/";
}
