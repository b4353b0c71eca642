using MapThePaths.Emulator.Consent;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Consent;

/// <summary>
/// POST <c>/connect</c>: the person's answer. The browser goes to the callback with the token itself, in the query (§2.4). A code is
/// given too, but nothing takes it, as was seen in 2018 (§2.3).
/// </summary>
internal sealed class DecideConnect(ConnectCheck check, Accounts accounts) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [];

    public FaultTarget Target(Call call) => FaultTarget.V3Connect;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var request = ConsentRequest.Of(call);
        if (check.Refuse(call, request) is { } refusal)
        {
            return refusal;
        }

        var decision = await ConsentDecision.ReadAsync(call);
        var heard = call.Faults.Has(FaultEffect.WithoutState) ? request with { State = null } : request;
        return Answer.Redirect(decision.IsAllowed
            ? Allowed(call, heard, decision.User)
            : heard.InQuery(check.CallbackUrl, Denied(call)));
    }

    // That a denial carries an error is inferred; that it carries no token was seen (§2.4).
    private static (string Name, string Value)[] Denied(Call call) => call.Faults.Has(FaultEffect.BareDeny) ? [] : [("error", "access_denied")];

    /// <summary><c>token_type</c> comes first: two known clients find the token only behind another parameter.</summary>
    private string Allowed(Call call, ConsentRequest request, string user)
    {
        if (request.ResponseType == "code")
        {
            return request.InQuery(check.CallbackUrl, ("code", RandomText.Letters(40)));
        }

        var token = accounts.Issue(accounts.Named(user), V3Token.Kind, request.Scopes([])).Text;
        return call.Faults.Has(FaultEffect.InFragment)
            ? request.InFragment(check.CallbackUrl, ("token_type", "bearer"), ("access_token", token))
            : request.InQuery(check.CallbackUrl, ("token_type", "bearer"), ("access_token", token));
    }
}
