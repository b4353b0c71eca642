using System.Globalization;
using MapThePaths.Core.Destinations;
using NodaTime;

namespace MapThePaths.Destinations.OAuth;

/// <summary>The token itself comes with the browser (RFC 6749 §4.2).</summary>
internal static class ImplicitGrant
{
    /// <param name="asked">The scopes that were asked for; they hold unless the answer names others.</param>
    /// <exception cref="DestinationException">The answer is a refusal, or holds no token.</exception>
    public static Grant In(IReadOnlyDictionary<string, string> answer, ConsentRefusal refusal, IReadOnlyList<string> asked)
    {
        if (refusal.In(answer) is { } refused)
        {
            throw refused;
        }

        if (!answer.TryGetValue("access_token", out var token) || token.Length == 0)
        {
            throw refusal.Without("token");
        }

        Redaction.Hide(token);
        var scopes = answer.GetValueOrDefault("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Grant(token, Lifetime(answer.GetValueOrDefault("expires_in")), scopes is { Length: > 0 } ? scopes : asked);
    }

    // Mapillary's API v3 says "never", or nothing.
    private static Duration? Lifetime(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Duration.FromSeconds(number) : null;
}
