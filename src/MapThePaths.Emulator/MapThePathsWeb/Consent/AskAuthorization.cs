using MapThePaths.Emulator.Consent;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapThePathsWeb.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Consent;

/// <summary>
/// GET <c>authorize/</c>: asks the person, unless <c>approval_prompt=auto</c> finds an earlier consent (§2). There is no sign-in before it:
/// whoever sits at the browser is the user he names.
/// </summary>
internal sealed class AskAuthorization(AuthorizationCheck check, ImplicitGrant grant, Accounts accounts) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new PathEndsInSlash()];

    public FaultTarget Target(Call call) => FaultTarget.MtpwAuthorize;

    public Task<Answer> AnswerAsync(Call call)
    {
        var request = ConsentRequest.Of(call);
        return Task.FromResult(check.Refuse(call, request) ?? Ask(call, request));
    }

    private Answer Ask(Call call, ConsentRequest request)
    {
        var user = accounts.Named(Accounts.PracticeUser);
        return call.Query("approval_prompt") == "auto" && grant.IsKnown(request, user)
            ? Answer.Redirect(grant.Issue(request, check.Callback, user))
            : Answer.Html(ConsentPage.Question(request.Scopes(["read", "write"]), user.Username));
    }
}
