using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Uploading;

/// <summary>GET <c>/me/uploads/{key}</c>: open or failed; not found when unknown, published or lost (§6.5).</summary>
internal sealed class AskSession(Sessions sessions, SessionObject objects, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Session;

    public Task<Answer> AnswerAsync(Call call)
    {
        var session = sessions.Shown(call.Account, call.InRoute("key")!);
        if (session is not null && call.Faults.Has(FaultEffect.SessionGone))
        {
            sessions.Lose(session);
            session = null;
        }

        return Task.FromResult(session is null ? V3Error.NotFound : Answer.Json(objects.Write(session, sessions.Now, call.Origin)));
    }
}
