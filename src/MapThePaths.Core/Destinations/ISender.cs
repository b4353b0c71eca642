using NodaTime;

namespace MapThePaths.Core.Destinations;

/// <summary>
/// A destination that photos can be sent to: open a session for a part, send its photos in any order and in parallel, close it, publish.
/// </summary>
/// <remarks>
/// All failures are <see cref="DestinationException"/>s whose <see cref="FailureKind"/> says what follows from them; waiting and trying
/// again has already happened inside. Cancellation throws <see cref="OperationCanceledException"/> and leaves at the destination what it
/// had acknowledged so far. Which kinds may come from which call, and what the stage does then:
/// <code>
/// call              kind            the stage
/// every call        SignInNeeded    ends the run; all that waits goes on in the next one
/// OpenSession       Unreachable     ends the run
///                   PartRefused     the part and its waiting photos have failed; the other parts go on
/// Send              PhotoRefused    the photo has failed; its part goes on without it
///                   Unreachable     the photo waits, and its part with it; the third in a row ends the run. Wordless: it is tried once more
///                                   after the others, and has failed if refused again while others have arrived
///                   SessionLost     all photos of the part wait for a new session, which the same run opens, once
/// Complete          Unreachable     ends the run; the part stays uploaded
///                   PartRefused     the part has failed; the other parts go on
///                   SessionLost     as from Send
/// Publish           Unreachable     ends the run; the part stays uploaded: nothing was published
///                   PartRefused     the part has failed; the other parts go on
///                   SessionLost     as from Send
///                   Unclear         the part stays in publishing, and only looking tells; the other parts go on
/// Rehearse          as Complete
/// </code>
/// AskedWrongly comes from <see cref="ISignIn.WhoAmIAsync"/> alone, before any of these.
/// </remarks>
public interface ISender
{
    /// <summary>
    /// Takes up the upload session that was opened for this part earlier, or opens one; its key is to be stored before the first photo is
    /// sent. Another key than <paramref name="known"/> means that what was sent before counts no longer.
    /// May be called again after a crash before the key was stored: an abandoned session holds nothing and publishes nothing.
    /// </summary>
    /// <param name="known">The key of the session that was opened earlier; null when there was none.</param>
    Task<OpenedSession> OpenSessionAsync(Guid part, string? known, CancellationToken cancellationToken);

    /// <summary>
    /// Brings one photo and returns the destination's receipt for it (opaque, may hold line breaks, expires).
    /// May be repeated: a destination that can tell is asked how many bytes it has, and only the rest is sent; elsewhere the photo takes its
    /// own place again. After a cut or cancelled call the bytes that arrived do no harm.
    /// </summary>
    /// <param name="session">The key from <see cref="OpenSessionAsync"/>.</param>
    /// <param name="photo">Opened anew at the right offset for every try.</param>
    /// <param name="mayBeKnown">False only when this photo was certainly never tried before: then the question for its offset may be skipped.</param>
    /// <param name="watch">Told what goes on until the receipt is there.</param>
    Task<string> SendAsync(string session, PhotoBody photo, bool mayBeKnown, IUploadWatch watch, CancellationToken cancellationToken);

    /// <summary>
    /// Says that all photos of the part are there, in order. Publishes nothing, so it may be repeated.
    /// Returns what <see cref="PublishAsync"/> needs.
    /// </summary>
    /// <param name="receipts">From <see cref="SendAsync"/>, in the order of the sequence; not empty.</param>
    /// <param name="mayBeKnown">
    /// False only when one of the receipts is so new that this list was never brought before: then the question what of it is there may be skipped.
    /// </param>
    Task<string> CompleteAsync(string session, IReadOnlyList<string> receipts, bool mayBeKnown, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a dry run: whatever can be tried of publishing without making anything public. May be repeated. Returns what the user should
    /// know of it; null when there is nothing. Where <see cref="DestinationRules.SessionHoldsPhotos"/>, the session is used up.
    /// </summary>
    Task<string?> RehearseAsync(string session, IReadOnlyList<string> receipts, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the part public and returns the publication's id. MUST NOT be repeated unless it failed with a kind other than
    /// <see cref="FailureKind.Unclear"/>: the destination may have done it although its answer was lost. It is not repeated inside either,
    /// except where the destination itself answered that nothing was published. Cancellation throws
    /// <see cref="OperationCanceledException"/> only while nothing can have been published; once the request is out it is
    /// <see cref="FailureKind.Unclear"/> as well.
    /// </summary>
    /// <param name="completion">From <see cref="CompleteAsync"/>.</param>
    Task<string> PublishAsync(string session, string completion, CancellationToken cancellationToken);
}

/// <summary>An upload session that takes photos.</summary>
/// <param name="Key">Opaque.</param>
/// <param name="Record">The destination's own record of it, as received (JSON); null where it keeps none.</param>
public sealed record OpenedSession(string Key, string? Record = null)
{
    /// <summary>By the destination's clock; null when it does not say.</summary>
    public Instant? CreatedAt { get; init; }
}
