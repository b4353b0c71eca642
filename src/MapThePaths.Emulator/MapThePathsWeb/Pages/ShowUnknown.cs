using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Pages;

/// <summary>An address without a route: a page, which at head has the status 200 (§3).</summary>
internal sealed class ShowUnknown(WebGeneration generation) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [];

    public FaultTarget Target(Call call) => FaultTarget.MtpwOther;

    public Task<Answer> AnswerAsync(Call call) =>
        Task.FromResult(WebPage.Of(generation == WebGeneration.Seed ? 404 : 200, "Page not found"));
}
