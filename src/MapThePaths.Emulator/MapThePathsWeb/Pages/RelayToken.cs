using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Pages;

/// <summary>The pages that hand another service's redirect on to the app, its query unchanged (§2). The host part tells whose it is.</summary>
internal sealed class RelayToken(string appHost) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [];

    public FaultTarget Target(Call call) => FaultTarget.MtpwOther;

    public Task<Answer> AnswerAsync(Call call) =>
        Task.FromResult(Answer.Redirect($"app.mtp.desktop://{appHost}{call.Request.QueryString}"));
}
