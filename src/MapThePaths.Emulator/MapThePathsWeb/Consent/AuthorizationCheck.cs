using MapThePaths.Emulator.Consent;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Consent;

/// <summary>
/// What makes a request for consent impossible (§2): an unknown app or address gets a page and goes nowhere, the rest goes to the address
/// with the error in its query.
/// </summary>
internal sealed class AuthorizationCheck(string clientId, string redirectUri, TokenKind kind)
{
    /// <summary>Where the person is sent: the registered address.</summary>
    public string Callback => redirectUri;

    public Answer? Refuse(Call call, ConsentRequest request)
    {
        if (request.ClientId != clientId)
        {
            return Answer.Html(ConsentPage.Refusal("invalid_request: client_id is not the id of a registered app"), 400);
        }

        if (request.RedirectUri is { } uri && uri != redirectUri)
        {
            return Answer.Html(ConsentPage.Refusal("invalid_request: redirect_uri is not a registered address"), 400);
        }

        return Error(call, request) is { } error ? Answer.Redirect(request.InQuery(Callback, ("error", error))) : null;
    }

    private string? Error(Call call, ConsentRequest request)
    {
        if (call.Faults.Find(FaultEffect.ConsentError) is { } rule)
        {
            return rule.Word;
        }

        return request.ResponseType switch
        {
            null => "invalid_request",
            "code" => "unauthorized_client",
            not "token" => "unsupported_response_type",
            _ => request.Scopes(kind.AllScopes).Except(kind.AllScopes).Any() ? "invalid_scope" : null,
        };
    }
}
