using MapThePaths.Emulator.Identity;

namespace MapThePaths.Emulator.Mapillary.Identity;

/// <summary>User tokens of API v4 (§3.2): opaque, good for about 60 days as seen in practice.</summary>
internal static class GraphToken
{
    public static readonly TokenKind Kind = new(
        "mapillary",
        ["read", "write", "upload"],
        TimeSpan.FromSeconds(5_183_944),
        static _ => "MLYA" + RandomText.Letters(60));

    public static bool MayUpload(Token token) => token.Account is not null && token.Scopes.Contains("upload");

    /// <summary>The app's own token, which reads public data and never ends.</summary>
    public static Token OfApp(string text) => new(Kind.Service, text, Account: null, Kind.AllScopes, DateTimeOffset.MaxValue);
}
