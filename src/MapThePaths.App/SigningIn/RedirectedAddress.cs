using Microsoft.AspNetCore.WebUtilities;

namespace MapThePaths.App.SigningIn;

/// <summary>The address that a browser was sent to.</summary>
internal static class RedirectedAddress
{
    /// <summary>Query and fragment by name; a name that comes twice has both values, which is never what we sent.</summary>
    public static IReadOnlyDictionary<string, string> Parameters(Uri address) =>
        Parameters($"{address.Query.TrimStart('?')}&{address.Fragment.TrimStart('#')}");

    public static IReadOnlyDictionary<string, string> Parameters(string text) =>
        QueryHelpers.ParseQuery(text).ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString(), StringComparer.Ordinal);

    /// <summary>Whether it leads to the agreed place.</summary>
    public static bool LeadsTo(Uri redirectUri, Uri address) =>
        Uri.Compare(redirectUri, address, UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped, StringComparison.Ordinal) == 0;
}
