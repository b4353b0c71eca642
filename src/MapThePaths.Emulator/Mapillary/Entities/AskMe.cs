using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>GET <c>/me</c>: whose token this is (§4.1).</summary>
internal sealed class AskMe(TokenCheck tokens, string appId) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new TokenIsLiving(tokens, appId), new TokenIsAUsers()];

    public FaultTarget Target(Call call) => FaultTarget.Me;

    public Task<Answer> AnswerAsync(Call call) => Task.FromResult(PlainFields.Write(call, Fields(call.Account)));

    public static Dictionary<string, string> Fields(Account account) =>
        new(StringComparer.Ordinal) { ["username"] = account.Username, ["id"] = account.Id };
}
