using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.MapThePathsWeb.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Consent;

/// <summary>POST <c>token/</c>: a public app with the implicit grant gets nothing there (§2).</summary>
internal sealed class RefuseGrant : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new PathEndsInSlash()];

    public FaultTarget Target(Call call) => FaultTarget.MtpwOther;

    public Task<Answer> AnswerAsync(Call call) => Task.FromResult(WebError.OAuth(400, "unauthorized_client"));
}
