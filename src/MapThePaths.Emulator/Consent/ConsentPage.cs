using System.Net;

namespace MapThePaths.Emulator.Consent;

/// <summary>The page that a person sees in the browser.</summary>
internal static class ConsentPage
{
    public static string Question(IEnumerable<string> scopes, string username) => Page($"""
        <p>An app asks to act for you on the practice service: <b>{WebUtility.HtmlEncode(string.Join(", ", scopes))}</b>.</p>
        <form method="post">
        <p><label>User <input name="user" value="{WebUtility.HtmlEncode(username)}"></label></p>
        <p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></p>
        </form>
        """);

    public static string Refusal(string why) => Page($"<p>This request for consent is refused: {WebUtility.HtmlEncode(why)}.</p>");

    private static string Page(string body) => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Practice sign-in</title></head>
        <body style="font-family: sans-serif; max-width: 40em; margin: 3em auto">
        <h1>Practice sign-in</h1>
        {body}
        </body></html>
        """;
}
