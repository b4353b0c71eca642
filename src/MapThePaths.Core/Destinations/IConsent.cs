namespace MapThePaths.Core.Destinations;

/// <summary>A service that asks its user in a browser, and answers by sending the browser to an agreed address (OAuth 2.0).</summary>
public interface IConsent
{
    /// <summary>Where the browser is sent in the end; exactly as registered at the service.</summary>
    Uri RedirectUri { get; }

    /// <summary>Whether the answer may stand behind a <c>#</c>, which browsers tell no server.</summary>
    bool MayAnswerInFragment { get; }

    /// <summary>The page that asks the user.</summary>
    /// <param name="state">Comes back with the answer, and proves that the answer belongs to this question. No secret of the user.</param>
    Uri Page(string state);

    /// <summary>Makes a token of what came back. Not to be repeated: what came back is good once.</summary>
    /// <param name="answer">Query and fragment of the address that the browser was sent to, by name; the state has been compared.</param>
    /// <exception cref="DestinationException">
    /// <see cref="FailureKind.SignInNeeded"/> when the user or the service said no; <see cref="FailureKind.AskedWrongly"/> when the app is
    /// not registered as needed; <see cref="FailureKind.Unreachable"/> when nobody answers.
    /// </exception>
    Task<Grant> GrantAsync(IReadOnlyDictionary<string, string> answer, CancellationToken cancellationToken);
}
