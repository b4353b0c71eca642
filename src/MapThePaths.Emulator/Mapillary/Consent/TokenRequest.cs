using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Http;

namespace MapThePaths.Emulator.Mapillary.Consent;

/// <summary>The body of the token endpoint: JSON, or a form (§3.2).</summary>
internal sealed record TokenRequest(string? GrantType, string? ClientId, string? Code, string? RedirectUri, string? RefreshToken)
{
    /// <summary>Null when the body is neither, or does not say which.</summary>
    public static async Task<TokenRequest?> ReadAsync(Call call)
    {
        if (call.Request.HasFormContentType)
        {
            var form = await call.Request.ReadFormAsync(call.Gone);
            return Read(name => form.TryGetValue(name, out var value) ? value.ToString() : null);
        }

        if (!call.Request.HasJsonContentType())
        {
            return null;
        }

        using var document = await JsonText.BodyAsync(call);
        return document is null ? null : Read(name => JsonText.Of(document.RootElement, name));
    }

    /// <summary>Names no secret.</summary>
    public override string ToString() => $"{GrantType} for {ClientId}";

    private static TokenRequest Read(Func<string, string?> member) =>
        new(member("grant_type"), member("client_id"), member("code"), member("redirect_uri"), member("refresh_token"));
}
