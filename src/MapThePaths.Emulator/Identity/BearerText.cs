using Microsoft.AspNetCore.Http;

namespace MapThePaths.Emulator.Identity;

/// <summary>What a request brings to prove who asks (§1): <c>Authorization: OAuth …</c>, or the discouraged <c>access_token</c>.
/// The scheme is null when the text came in the address.</summary>
internal sealed record BearerText(string? Scheme, string Text)
{
    public static readonly BearerText Nothing = new(null, "");

    public bool InAddress => Scheme is null;

    public static BearerText Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            var space = header.IndexOf(' ', StringComparison.Ordinal);
            return space < 0 ? new BearerText(header, "") : new BearerText(header[..space], header[(space + 1)..]);
        }

        return request.Query.TryGetValue("access_token", out var text) ? new BearerText(null, text.ToString()) : Nothing;
    }

    public override string ToString() => Scheme ?? "in the address";
}
