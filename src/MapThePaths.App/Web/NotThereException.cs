namespace MapThePaths.App.Web;

/// <summary>Something that was asked for is not there, or not any more. The message is for the user.</summary>
internal sealed class NotThereException(string message) : Exception(message);
