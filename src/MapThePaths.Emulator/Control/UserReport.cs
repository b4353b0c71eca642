using System.Text.Json.Nodes;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.MapillaryV3.Identity;

namespace MapThePaths.Emulator.Control;

/// <summary>A user, who is made if need be, and a token of his for each service.</summary>
internal sealed class UserReport(Accounts accounts, TokenKind webTokens)
{
    public JsonObject Write(string username)
    {
        var account = accounts.Named(username);
        return new JsonObject
        {
            ["id"] = account.Id,
            ["username"] = account.Username,
            ["access_token"] = accounts.TokenOf(username, GraphToken.Kind).Text,
            ["v3_key"] = account.Key,
            ["v3_access_token"] = accounts.TokenOf(username, V3Token.Kind).Text,
            ["mtpw_access_token"] = accounts.TokenOf(username, webTokens).Text,
        };
    }
}
