using MapThePaths.Emulator.Consent;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Consent;

/// <summary>
/// What makes a request for consent impossible. A wrong app or callback is told to the user alone, since nobody may be sent to an
/// unregistered address; the rest goes to the callback as an error (§3.1).
/// </summary>
internal sealed class ConsentCheck(Accounts accounts, string callbackUrl)
{
    public string CallbackUrl => callbackUrl;

    public Answer? Refuse(Call call, ConsentRequest request)
    {
        if (request.ClientId != accounts.App.AppId)
        {
            return Answer.Html(ConsentPage.Refusal("client_id is not the id of a registered app"), 400);
        }

        if (request.RedirectUri is not null && request.RedirectUri != callbackUrl)
        {
            return Answer.Html(ConsentPage.Refusal($"redirect_uri is not exactly the registered callback {callbackUrl}"), 400);
        }

        return Error(call, request) is { } error ? Answer.Redirect(request.InQuery(callbackUrl, ("error", error))) : null;
    }

    private static string? Error(Call call, ConsentRequest request)
    {
        if (call.Faults.Find(FaultEffect.ConsentError) is { } rule)
        {
            return rule.Word;
        }

        if (request.ResponseType is not (null or "code"))
        {
            return "invalid_request";
        }

        return request.Scopes(GraphToken.Kind.AllScopes).Except(GraphToken.Kind.AllScopes).Any() ? "invalid_scope" : null;
    }
}
