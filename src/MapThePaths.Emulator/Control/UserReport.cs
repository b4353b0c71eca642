using System.Text.Json.Nodes;
using MapThePaths.Emulator.Mapillary.Identity;

namespace MapThePaths.Emulator.Control;

/// <summary>A user and a token of his.</summary>
internal static class UserReport
{
    public static JsonObject Write(Token token) => new()
    {
        ["id"] = token.Account!.Id,
        ["username"] = token.Account.Username,
        ["access_token"] = token.Text,
    };
}
