namespace MapThePaths.Emulator.Mapillary.Identity;

/// <summary>Client tokens and secrets are <c>MLY|app id|32 hex</c> (§1); user tokens are opaque, ours begin with <c>MLYA</c> (§3.2).</summary>
internal static class TokenShape
{
    private const int ShortestUserToken = 24;

    public static bool IsClient(string text) =>
        text.Split('|') is ["MLY", { Length: > 0 } id, { Length: 32 } hex]
        && id.All(char.IsAsciiDigit)
        && hex.All(char.IsAsciiHexDigitLower);

    public static bool IsWellFormed(string text) => IsUser(text) || IsClient(text);

    private static bool IsUser(string text) =>
        text.Length >= ShortestUserToken && text.StartsWith("MLYA", StringComparison.Ordinal) && text.All(char.IsAsciiLetterOrDigit);
}
