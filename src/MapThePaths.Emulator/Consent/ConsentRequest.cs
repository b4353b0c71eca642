using System.Text;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Consent;

/// <summary>The address parameters of a consent page.</summary>
internal sealed record ConsentRequest(string? ClientId, string? RedirectUri, string? ResponseType, string? Scope, string? State)
{
    public static ConsentRequest Of(Call call) => new(
        call.Query("client_id"),
        call.Query("redirect_uri"),
        call.Query("response_type"),
        call.Query("scope"),
        call.Query("state"));

    /// <summary>Several scopes are separated by blanks (v3 §2.3, mtpw §2; v4 §3.1 is silent, and RFC 6749 says so).</summary>
    public IReadOnlyList<string> Scopes(IReadOnlyList<string> all) =>
        Scope is null ? all : Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The callback with the outcome in its query, and the state as it came.</summary>
    public string InQuery(string callbackUrl, params ReadOnlySpan<(string Name, string Value)> outcome) =>
        Append(callbackUrl, callbackUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?', outcome);

    /// <summary>The callback with the outcome in its fragment, and the state as it came.</summary>
    public string InFragment(string callbackUrl, params ReadOnlySpan<(string Name, string Value)> outcome) =>
        Append(callbackUrl, '#', outcome);

    private string Append(string callbackUrl, char first, ReadOnlySpan<(string Name, string Value)> outcome)
    {
        var address = new StringBuilder(callbackUrl);
        foreach (var (name, value) in outcome)
        {
            address.Append(first).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            first = '&';
        }

        return State is null ? address.ToString() : $"{address}{first}state={Uri.EscapeDataString(State)}";
    }
}
