using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Consent;

/// <summary>
/// POST <c>/connect</c>: the person's answer. Form: <c>decision=allow|deny</c>, perhaps <c>user=NAME</c>. The browser goes to the callback
/// with a code, or with <c>user_denied</c> (§3.1).
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

        var form = call.Request.HasFormContentType ? await call.Request.ReadFormAsync(call.Gone) : null;
        var allowed = form?["decision"].ToString() == "allow";
        return Answer.Redirect(allowed
            ? request.Callback(check.CallbackUrl, "code", Issue(request, form!["user"].ToString()))
            : request.Callback(check.CallbackUrl, "error", "user_denied"));
    }

    private string Issue(ConsentRequest request, string user)
    {
        var account = accounts.TokenOf(user.Length == 0 ? Accounts.PracticeUser : user).Account!;
        return codes.Issue(account, request.Scopes(Accounts.AllScopes), check.CallbackUrl);
    }
}
