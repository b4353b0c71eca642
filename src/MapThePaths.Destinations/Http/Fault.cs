using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.Http;

/// <summary>What follows from one failed try.</summary>
internal enum FaultKind
{
    /// <summary>Passing trouble: the same again, after a wait.</summary>
    Transient,

    /// <summary>The service stands at another offset than we believed: ask where, and go on from there at once.</summary>
    OffsetInvalid,

    /// <summary>Nothing works until the user has signed in.</summary>
    SignIn,

    /// <summary>What was asked for is not there, or not there yet.</summary>
    NotThere,

    /// <summary>The same request would fail again.</summary>
    Refused,
}

/// <summary>Why one try failed, as far as its answer tells.</summary>
/// <param name="Code">The service's own word or number where it gave one, else ours.</param>
/// <param name="Message">For the user; without secrets.</param>
/// <param name="Wait">How long the service asks to wait; null when it does not say.</param>
/// <param name="Stated">
/// Whether the service itself said so in its own error format. False for lost connections, time-outs, and answers that may come from
/// anything in between: such a fault proves nothing about what the service did.
/// </param>
/// <param name="Cause">What it says about the number of requests under way.</param>
internal sealed record Fault(FaultKind Kind, string Code, string Message, TimeSpan? Wait = null, bool Stated = false, WaitCause Cause = WaitCause.Trouble)
{
    /// <summary>HTTP status of the answer behind it; null when there was none, or when it does not matter.</summary>
    public int? Status { get; init; }

    /// <summary>The same, as it was read in an answer: words that people may see, without secrets and signs that are no text.</summary>
    public Fault ReadIn(Answer answer) => this with { Status = answer.Status, Message = Legible.Text(Redaction.Of(Message)) };

    /// <summary>Whether the service did answer, and not somebody in between.</summary>
    public bool IsAnswered => Stated || Cause == WaitCause.TooFast || Status >= 500;

    /// <summary>Refused without a word in the service's format: by the service, or by somebody in between.</summary>
    public bool IsWordless { get; init; }

    /// <summary>Whether an answer that says nothing under this status is a refusal at all: elsewhere (3xx) is none, and 407 is always a proxy's.</summary>
    public static bool Refuses(int status) => status is >= 400 and < 500 and not 407;
}

/// <summary>One try failed. Ends in <see cref="Retry"/>, never at a caller of a destination.</summary>
internal sealed class FaultException(Fault fault, Exception? innerException = null) : Exception(fault.Message, innerException)
{
    public Fault Fault { get; } = fault;
}
