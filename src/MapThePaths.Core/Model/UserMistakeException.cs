namespace MapThePaths.Core.Model;

/// <summary>Something was asked for wrongly. The message says what, and how to ask rightly; it needs no stack trace.</summary>
public sealed class UserMistakeException : Exception
{
    public UserMistakeException(string message)
        : base(message)
    {
    }

    /// <summary>What would work instead of an edit that cannot be made; null when nobody knows.</summary>
    public Proposal? Proposal { get; init; }
}
