using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Mapillary;

namespace MapThePaths.Emulator.Wire;

/// <summary>Faults that replace an answer: before the work (nothing is done) or after it (all is done, the client does not learn it).</summary>
internal static class FaultAnswer
{
    private const int Ok = 200;
    private const int TooManyRequests = 429;
    private const string ForeignPage = "<!DOCTYPE html><title>Welcome</title><p>Please accept the terms of this network.";

    public static Answer? Instead(FaultsInForce faults, IDialect dialect) => Replacement(faults, dialect, isAfterTheWork: false);

    public static Answer After(FaultsInForce faults, IDialect dialect, Answer answer)
    {
        if (faults.Has(FaultEffect.LoseReply))
        {
            return Answer.Cut;
        }

        if (faults.Has(FaultEffect.Stall))
        {
            return Answer.Silence;
        }

        if (answer == Answer.Cut)
        {
            return answer;
        }

        return faults.Has(FaultEffect.EmptyObject)
            ? Answer.Json(new JsonObject())
            : Replacement(faults, dialect, isAfterTheWork: true) ?? answer;
    }

    private static Answer? Replacement(FaultsInForce faults, IDialect dialect, bool isAfterTheWork) => faults.Rules
        .Where(rule => rule.IsAfterTheWork == isAfterTheWork)
        .Select(rule => Replacement(rule, dialect))
        .FirstOrDefault(static answer => answer is not null);

    private static Answer? Replacement(FaultRule rule, IDialect dialect) => rule.Effect switch
    {
        FaultEffect.Status => WithRetryAfter(dialect.Failure((int)rule.Amount, rule), rule),
        FaultEffect.Backoff => WithRetryAfter(dialect.Failure(TooManyRequests, rule with { BackoffMs = rule.Amount }), rule),
        FaultEffect.NotAuthorized => dialect.NotAuthorized,
        FaultEffect.Graph => WithRetryAfter(GraphError.Coded(rule), rule),
        FaultEffect.Garbage => WithRetryAfter(Answer.Html(ForeignPage, rule.HttpStatus ?? Ok), rule),
        _ => null,
    };

    private static Answer WithRetryAfter(Answer answer, FaultRule rule) => rule.RetryAfterSeconds is { } seconds
        ? answer with { Headers = [new("Retry-After", seconds.ToString())] }
        : answer;
}
