using MapThePaths.Emulator.Consent;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapThePathsWeb.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Consent;

/// <summary>POST <c>authorize/</c>: the person's answer. Success goes in the fragment, refusal in the query (§2).</summary>
internal sealed class DecideAuthorization(AuthorizationCheck check, ImplicitGrant grant, Accounts accounts) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new PathEndsInSlash()];

    public FaultTarget Target(Call call) => FaultTarget.MtpwAuthorize;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var request = ConsentRequest.Of(call);
        if (check.Refuse(call, request) is { } refusal)
        {
            return refusal;
        }

        var decision = await ConsentDecision.ReadAsync(call);
        return Answer.Redirect(decision.IsAllowed
            ? grant.Issue(request, check.Callback, accounts.Named(decision.User))
            : request.InQuery(check.Callback, ("error", "access_denied")));
    }
}
