using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.Http;

/// <summary>The header that says who asks.</summary>
internal static class Signature
{
    /// <param name="scheme">The word before the token; services compare it letter by letter.</param>
    /// <exception cref="FaultException">There is no token, or it is none.</exception>
    public static void Sign(this HttpRequestMessage request, string scheme, string? token)
    {
        var text = token?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            throw new FaultException(new Fault(FaultKind.SignIn, "no-token", "nobody is signed in"));
        }

        if (text.Any(char.IsControl))
        {
            throw new FaultException(new Fault(FaultKind.SignIn, "bad-token", "the stored token holds characters that no token has"));
        }

        Redaction.Hide(text);
        request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {text}");
    }
}
