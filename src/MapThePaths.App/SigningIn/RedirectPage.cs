using System.Net;
using System.Security.Cryptography;

namespace MapThePaths.App.SigningIn;

/// <summary>What the browser shows after it was sent back. Every page takes the answer out of the browser's address line and history.</summary>
internal sealed record RedirectPage(int Status, string Html, string Nonce)
{
    /// <summary>Nothing from elsewhere, no script but ours.</summary>
    public string Policy => $"default-src 'none'; script-src 'nonce-{Nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static RedirectPage Thanks { get; } = Of(200, "mtpdu has the answer", "Go back to mtpdu: it says how the sign-in went. This page may be closed.");

    public static RedirectPage Refusal(string why) => Of(400, "This is not the answer that mtpdu waits for", why);

    /// <summary>Brings what stands behind the <c>#</c>, which browsers tell no server, to the listener by a POST from its own page.</summary>
    public static RedirectPage FragmentBearer() => Of(200, "One moment", "mtpdu takes over the answer …", """
        const fragment = location.hash.slice(1);
        history.replaceState(null, '', location.pathname);
        fetch(location.pathname, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: fragment })
          .then(answer => answer.text())
          .then(page => document.body.replaceWith(new DOMParser().parseFromString(page, 'text/html').body));
        """);

    private static RedirectPage Of(int status, string title, string text, string script = "history.replaceState(null, '', location.pathname);")
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new RedirectPage(status, $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>{WebUtility.HtmlEncode(title)}</title></head>
            <body><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(text)}</p></body>
            <script nonce="{nonce}">{script}</script></html>
            """, nonce);
    }
}
