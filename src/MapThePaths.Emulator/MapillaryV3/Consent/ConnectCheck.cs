using MapThePaths.Emulator.Consent;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.MapillaryV3.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Consent;

/// <summary>
/// What makes a request for consent impossible (§2.3, §2.4). Nobody is ever sent to another address than the registered callback, and
/// to none at all for an unknown app.
/// </summary>
internal sealed class ConnectCheck(string clientId, string callbackUrl)
{
    public string CallbackUrl => callbackUrl;

    public Answer? Refuse(Call call, ConsentRequest request)
    {
        if (request.ClientId != clientId)
        {
            return Answer.Html(ConsentPage.Refusal("client_id is not the id of a registered app"), 400);
        }

        return Error(call, request) is { } error ? Answer.Redirect(request.InQuery(callbackUrl, [.. error])) : null;
    }

    private List<(string Name, string Value)>? Error(Call call, ConsentRequest request)
    {
        if (request.RedirectUri is { } uri && uri != callbackUrl)
        {
            return Described("invalid_request", "Wrong RedirectUri provided");
        }

        if (call.Faults.Find(FaultEffect.ConsentError) is { } rule)
        {
            return [("error", rule.Word)];
        }

        return request.ResponseType switch
        {
            null => Described("invalid_request", "Missing parameter response_type"),
            not ("token" or "code") => [("error", "unsupported_response_type")],
            _ => ScopeError(request),
        };
    }

    private static List<(string Name, string Value)>? ScopeError(ConsentRequest request)
    {
        if (request.Scope is null)
        {
            return Described("invalid_request", "Missing parameter scope");
        }

        return request.Scopes([]).Except(V3Token.Kind.AllScopes).Any() ? [("error", "invalid_scope")] : null;
    }

    private static List<(string Name, string Value)> Described(string error, string description) =>
        [("error", error), ("error_description", description)];
}
