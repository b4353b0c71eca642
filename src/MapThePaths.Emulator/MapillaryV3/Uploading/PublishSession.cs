using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Uploading;

/// <summary>
/// PUT <c>/me/uploads/{key}/closed</c>, without a body (§6.3). The session is out of reach from now on, with <c>_dry_run</c> too. A second call finds
/// nothing; what the body of the first answer is, nobody knows: none here.
/// </summary>
internal sealed class PublishSession(Sessions sessions, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Publish;

    public async Task<Answer> AnswerAsync(Call call)
    {
        if (!await IsEmptyAsync(call))
        {
            return V3Error.Invalid("Publishing takes no body");
        }

        var session = sessions.Shown(call.Account, call.InRoute("key")!);
        if (session is not null && call.Faults.Has(FaultEffect.SessionGone))
        {
            sessions.Lose(session);
        }

        var published = session is not null && sessions.TryPublish(session, Wish(call));
        return published ? Answer.Empty(200) : V3Error.NotFound;
    }

    private static async Task<bool> IsEmptyAsync(Call call)
    {
        var read = await call.Request.BodyReader.ReadAsync(call.Gone);
        call.Request.BodyReader.AdvanceTo(read.Buffer.Start);
        return read.Buffer.IsEmpty;
    }

    private static PublishWish Wish(Call call) => new(
        call.Query("_dry_run") is not null,
        call.Faults.Has(FaultEffect.NeverProcess),
        call.Faults.Has(FaultEffect.FailSession),
        (int?)call.Faults.Amount(FaultEffect.Split));
}
