using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>What an answer of the API that is no success means: an object with a <c>message</c>, or something of nobody knows whom.</summary>
internal static class ApiErrors
{
    public static Fault In(Answer answer)
    {
        if (Assumptions.IsSuccess(answer))
        {
            return new Fault(FaultKind.Transient, "strange-answer", "the answer is not one of this service");
        }

        var message = answer.Json?.Text("message");
        var kind = KindOf(answer.Status);
        return new Fault(
            kind,
            Assumptions.CodeIn(answer) ?? $"http-{answer.Status}",
            message is null ? $"HTTP {answer.Status} without an explanation" : $"{message} (HTTP {answer.Status})",
            kind == FaultKind.Transient ? answer.RetryAfter : null,
            Stated: Assumptions.SaysNothingWasDone(answer.Status, message is not null, answer.Text),
            answer.Status == 429 ? WaitCause.TooFast : WaitCause.Trouble);
    }

    private static FaultKind KindOf(int status) => status switch
    {
        408 or 429 or (>= 200 and <= 299) or >= 500 => FaultKind.Transient,
        _ when Assumptions.IsLackOfRights(status) => FaultKind.SignIn,
        _ when Assumptions.IsGone(status) => FaultKind.NotThere,
        _ => FaultKind.Refused,
    };
}
