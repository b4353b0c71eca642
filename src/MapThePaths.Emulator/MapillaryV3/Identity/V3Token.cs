using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using MapThePaths.Emulator.Identity;

namespace MapThePaths.Emulator.MapillaryV3.Identity;

/// <summary>Tokens of API v3: a JWT whose <c>sub</c> is the user's key (§2.4), good until it is revoked.</summary>
internal static class V3Token
{
    public static readonly TokenKind Kind = new(
        "mapillary-v3",
        [
            "user:email", "user:read", "user:write", "public:write", "public:upload", "private:read", "private:write", "private:upload",
        ],
        Lifetime: null,
        NewText);

    public static bool MayUpload(Token token) => token.Scopes.Contains("public:upload") || token.Scopes.Contains("private:upload");

    private static string NewText(Account account)
    {
        var header = new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT" };
        var claims = new JsonObject { ["sub"] = account.Key, ["jti"] = RandomText.Hex(32) };
        return $"{Encode(header)}.{Encode(claims)}.{RandomText.Letters(43)}";
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
