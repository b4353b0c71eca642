using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Mapillary;

namespace MapThePaths.Emulator.Wire;

/// <summary>Faults that replace an answer: before the work (nothing is done) or after it (all is done, the client does not learn it).</summary>
internal static class FaultAnswer
{
    private const int TooManyRequests = 429;
    private const string CaptivePortal = "<!DOCTYPE html><title>Welcome</title><p>Please accept the terms of this network.";

    public static Answer? Instead(FaultsInForce faults, IDialect dialect)
    {
        foreach (var rule in faults.Rules)
        {
            var answer = rule.Effect switch
            {
                FaultEffect.Status => WithRetryAfter(dialect.Failure((int)rule.Amount, rule), rule),
                FaultEffect.Backoff => WithRetryAfter(dialect.Failure(TooManyRequests, rule with { BackoffMs = rule.Amount }), rule),
                FaultEffect.NotAuthorized => dialect.NotAuthorized,
                FaultEffect.Graph => WithRetryAfter(GraphError.Coded(rule), rule),
                FaultEffect.Garbage => Answer.Html(CaptivePortal),
                _ => null,
            };
            if (answer is not null)
            {
                return answer;
            }
        }

        return null;
    }

    public static Answer After(FaultsInForce faults, Answer answer)
    {
        if (faults.Has(FaultEffect.LoseReply))
        {
            return Answer.Cut;
        }

        if (faults.Has(FaultEffect.Stall))
        {
            return Answer.Silence;
        }

        return faults.Has(FaultEffect.EmptyObject) && answer != Answer.Cut ? Answer.Json(new JsonObject()) : answer;
    }

    private static Answer WithRetryAfter(Answer answer, FaultRule rule) => rule.RetryAfterSeconds is { } seconds
        ? answer with { Headers = [new("Retry-After", seconds.ToString())] }
        : answer;
}
