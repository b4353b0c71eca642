using System.Text.Json;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Consent;

/// <summary>The body of the token endpoint: JSON, or a form (§3.2).</summary>
internal sealed record TokenRequest(string? GrantType, string? ClientId, string? Code, string? RedirectUri, string? RefreshToken)
{
    /// <summary>Null when the body is neither.</summary>
    public static async Task<TokenRequest?> ReadAsync(Call call)
    {
        if (call.Request.HasFormContentType)
        {
            var form = await call.Request.ReadFormAsync(call.Gone);
            return Read(name => form.TryGetValue(name, out var value) ? value.ToString() : null);
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(call.Request.Body, cancellationToken: call.Gone);
            return Read(name => JsonText.Of(document.RootElement, name));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Names no secret.</summary>
    public override string ToString() => $"{GrantType} for {ClientId}";

    private static TokenRequest Read(Func<string, string?> member) =>
        new(member("grant_type"), member("client_id"), member("code"), member("redirect_uri"), member("refresh_token"));
}
