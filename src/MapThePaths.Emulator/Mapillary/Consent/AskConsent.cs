using MapThePaths.Emulator.Consent;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Consent;

/// <summary>GET <c>/connect</c>: asks the person (§3.1).</summary>
internal sealed class AskConsent(ConsentCheck check) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [];

    public FaultTarget Target(Call call) => FaultTarget.Connect;

    public Task<Answer> AnswerAsync(Call call)
    {
        var request = ConsentRequest.Of(call);
        var question = ConsentPage.Question(request.Scopes(GraphToken.Kind.AllScopes), Accounts.PracticeUser);
        return Task.FromResult(check.Refuse(call, request) ?? Answer.Html(question));
    }
}
