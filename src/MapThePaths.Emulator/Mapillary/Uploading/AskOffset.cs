using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Uploading;

/// <summary>GET of a session key: how many bytes are there. An unknown key has none, which is no error (§5.2).</summary>
internal sealed class AskOffset(UploadSessions sessions, TokenCheck check) : IOperation
{
    private const string DataCentre = "loop1c01";

    public IReadOnlyList<IRule> Rules { get; } = [new TokenMayUpload(check), new SessionKeyIsAName()];

    public FaultTarget Target(Call call) => FaultTarget.Offset;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var session = sessions.Find(call.Account.Id, call.InRoute("key")!);
        if (session is not null && call.Faults.Has(FaultEffect.OffsetZero))
        {
            await ForgetAsync(session, call.Gone);
        }

        return Answer.Json(new JsonObject { ["dc"] = DataCentre, ["offset"] = session?.Length ?? 0 });
    }

    private async Task ForgetAsync(UploadSession session, CancellationToken gone)
    {
        await session.WaitForTurnAsync(gone);
        try
        {
            sessions.Forget(session);
        }
        finally
        {
            session.EndTurn();
        }
    }
}
