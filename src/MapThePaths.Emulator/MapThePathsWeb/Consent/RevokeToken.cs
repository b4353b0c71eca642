using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapThePathsWeb.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Consent;

/// <summary>POST <c>revoke_token/</c>, form <c>token</c> and <c>client_id</c>: 200 and nothing, also for a token that is none
/// or another service's (§2).</summary>
internal sealed class RevokeToken(Accounts accounts, TokenKind kind, string clientId) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new PathEndsInSlash()];

    public FaultTarget Target(Call call) => FaultTarget.MtpwRevoke;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var form = call.Request.HasFormContentType ? await call.Request.ReadFormAsync(call.Gone) : null;
        if (form?["client_id"].ToString() != clientId)
        {
            return WebError.OAuth(401, "invalid_client");
        }

        var token = form["token"].ToString();
        if (token.Length == 0)
        {
            return WebError.OAuth(400, "invalid_request");
        }

        if (accounts.Find(token)?.Service == kind.Service)
        {
            accounts.Revoke(token);
        }

        return Answer.Empty(200);
    }
}
