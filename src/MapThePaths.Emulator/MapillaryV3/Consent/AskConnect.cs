using MapThePaths.Emulator.Consent;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Consent;

/// <summary>GET <c>/connect</c>: asks the person (§2.3).</summary>
internal sealed class AskConnect(ConnectCheck check) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [];

    public FaultTarget Target(Call call) => FaultTarget.V3Connect;

    public Task<Answer> AnswerAsync(Call call)
    {
        var request = ConsentRequest.Of(call);
        return Task.FromResult(check.Refuse(call, request) ?? Answer.Html(ConsentPage.Question(request.Scopes([]), Accounts.PracticeUser)));
    }
}
