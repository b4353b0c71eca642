using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Entities;

/// <summary>POST <c>/me/logout</c> (§2.6): the token of the call is dead from now on. That it is, and the empty answer, is our reading.</summary>
internal sealed class SignOut(Accounts accounts, string clientId, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Logout;

    public async Task<Answer> AnswerAsync(Call call)
    {
        using var body = await JsonText.BodyAsync(call);
        if (body is null || JsonText.Of(body.RootElement, "client_id") != clientId)
        {
            return V3Error.Invalid("client_id is missing or not the app's");
        }

        accounts.Revoke(call.Token.Text);
        return Answer.Empty(200);
    }
}
