using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Rules;

/// <summary>The API has JSON and a page for people, and nothing else (§3).</summary>
internal sealed class AnswerIsWanted : IRule
{
    public Answer? Refuse(Call call) =>
        Wanted.By(call) == WantedForm.Neither ? WebError.Detail(406, "Could not satisfy the request Accept header.") : null;
}
