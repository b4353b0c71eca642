using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Entities;

/// <summary>GET <c>/me</c>: whose token this is; the e-mail address only with <c>user:email</c> (§5).</summary>
internal sealed class AskProfile(params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Me;

    public Task<Answer> AnswerAsync(Call call)
    {
        var profile = new JsonObject { ["about"] = "Practises with street-level photos." };
        if (call.Token.Scopes.Contains("user:email"))
        {
            profile["email"] = call.Account.Email;
        }

        profile["key"] = call.Account.Key;
        profile["username"] = call.Account.Username;
        return Task.FromResult(Answer.Json(profile));
    }
}
