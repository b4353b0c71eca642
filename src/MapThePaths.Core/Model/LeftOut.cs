namespace MapThePaths.Core.Model;

/// <summary>A photo that is not sent, and why.</summary>
public sealed record LeftOut(string Path, Reason Reason, long? PhotoId = null);
