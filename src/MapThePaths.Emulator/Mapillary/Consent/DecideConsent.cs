using MapThePaths.Emulator.Consent;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Consent;

/// <summary>
/// POST <c>/connect</c>: the person's answer. The browser goes to the callback with a code, or with <c>user_denied</c> (§3.1).
/// </summary>
internal sealed class DecideConsent(ConsentCheck check, Accounts accounts, AuthorizationCodes codes) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [];

    public FaultTarget Target(Call call) => FaultTarget.Connect;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var request = ConsentRequest.Of(call);
        if (check.Refuse(call, request) is { } refusal)
        {
            return refusal;
        }

        var decision = await ConsentDecision.ReadAsync(call);
        return Answer.Redirect(decision.IsAllowed
            ? request.InQuery(check.CallbackUrl, ("code", Issue(request, decision.User)))
            : request.InQuery(check.CallbackUrl, ("error", "user_denied")));
    }

    private string Issue(ConsentRequest request, string user) =>
        codes.Issue(accounts.Named(user), request.Scopes(GraphToken.Kind.AllScopes), check.CallbackUrl);
}
