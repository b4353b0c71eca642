namespace MapThePaths.Core.Destinations;

/// <summary>What follows from a destination's failure. Decided where the failure is understood, acted upon by the stages.</summary>
public enum FailureKind
{
    /// <summary>No token, or the destination refuses it. The run stops; after signing in it goes on where it was.</summary>
    SignInNeeded,

    /// <summary>The user named something that the destination does not have, such as an organization. Nothing was sent.</summary>
    AskedWrongly,

    /// <summary>The destination will never take this photo. The others go on.</summary>
    PhotoRefused,

    /// <summary>The destination will never take this part as it is.</summary>
    PartRefused,

    /// <summary>
    /// The upload session is gone or takes nothing more, and what was brought to it counts no longer; nothing of the part was published.
    /// The run brings it to a new session, once; else the next run does.
    /// </summary>
    SessionLost,

    /// <summary>Nobody answered, or only with passing trouble, for as long as waiting is worth it. Later may be better.</summary>
    Unreachable,

    /// <summary>The request went out and its answer was lost or made no sense: it may have been carried out. Only looking tells.</summary>
    Unclear,
}

/// <summary>A destination failed. The message is for the user: it names the operation and never holds a secret.</summary>
public sealed class DestinationException : Exception
{
    /// <summary>Code of a failure that is not the network's: on this very computer nobody is at the address.</summary>
    public const string NobodyListens = "nobody-listens";

    public DestinationException(FailureKind kind, string code, string message, Exception? innerException = null)
        : base(Redaction.Of(message), innerException)
    {
        Kind = kind;
        Code = code;
    }

    public FailureKind Kind { get; }

    /// <summary>The destination's own word for it where it has one (such as <c>NotAuthorizedError</c> or <c>190</c>), else ours.</summary>
    public string Code { get; }

    /// <summary>
    /// Whether somebody refused without a word of the destination's own: the destination, or a network that wants to be signed in to.
    /// Then <see cref="Kind"/> is <see cref="FailureKind.Unreachable"/>; whether other photos arrive tells more.
    /// </summary>
    public bool IsWordless { get; init; }

    /// <summary>Whether the destination did answer: then what makes it <see cref="FailureKind.Unreachable"/> is not the network.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>What to do about it on the command line, in whole sentences; null where what its kind calls for will do.</summary>
    public string? NextStep { get; init; }

    /// <summary>Whether the message itself ends with what to do, so that no advice is wanted.</summary>
    public bool SaysWhatToDo { get; init; }
}
