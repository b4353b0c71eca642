using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Consent;

/// <summary>The address parameters of <c>/connect</c> (§3.1).</summary>
internal sealed record ConsentRequest(string? ClientId, string? RedirectUri, string? ResponseType, string? Scope, string? State)
{
    public static ConsentRequest Of(Call call) => new(
        call.Query("client_id"),
        call.Query("redirect_uri"),
        call.Query("response_type"),
        call.Query("scope"),
        call.Query("state"));

    /// <summary>Several scopes are separated by blanks; the document does not say how, so commas and plus signs pass too.</summary>
    public IReadOnlyList<string> Scopes(IReadOnlyList<string> all) =>
        Scope is null ? all : Scope.Split([' ', ',', '+'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The callback with the outcome and the state as it came.</summary>
    public string Callback(string callbackUrl, string name, string value)
    {
        var outcome = $"{name}={Uri.EscapeDataString(value)}";
        var state = State is null ? "" : $"&state={Uri.EscapeDataString(State)}";
        return callbackUrl + (callbackUrl.Contains('?', StringComparison.Ordinal) ? "&" : "?") + outcome + state;
    }
}
