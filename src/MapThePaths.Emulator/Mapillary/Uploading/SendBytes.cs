using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Hosting;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Uploading;

/// <summary>
/// POST to a session key (§5.3): the body begins at <c>Offset</c> and is kept as it comes, also when the request breaks off.
/// The body's end ends the file, unless <c>X-Entity-Length</c> says that more is to come.
/// </summary>
internal sealed class SendBytes(UploadSessions sessions, TokenCheck check, Link link) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } =
    [
        new TokenMayUpload(check),
        new SessionKeyIsAName(),
        new EntityNameIsSessionKey(),
        new OffsetIsANumber(),
        new BodyIsBare(),
        new EntityLengthIsANumber(),
    ];

    public FaultTarget Target(Call call) =>
        call.InRoute("key")!.EndsWith(".json", StringComparison.Ordinal) ? FaultTarget.Manifest : FaultTarget.Upload;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var session = sessions.Open(call.Account.Id, call.InRoute("key")!);
        await session.WaitForTurnAsync(call.Gone);
        try
        {
            return await TakeAsync(call, session);
        }
        finally
        {
            session.EndTurn();
        }
    }

    private async Task<Answer> TakeAsync(Call call, UploadSession session)
    {
        if (call.Faults.Has(FaultEffect.OffsetZero))
        {
            sessions.Forget(session);
        }

        if (call.Faults.Has(FaultEffect.OffsetInvalid) || OffsetIsANumber.Read(call) != session.Length)
        {
            return UploadError.OffsetInvalid;
        }

        var end = await new BodyIntake(session, link, call.Faults).TakeAsync(call.Request.BodyReader, call.Gone);
        switch (end)
        {
            case BodyEnd.Whole:
                return Ended(call, session);
            case BodyEnd.AfterTheEnd:
                return UploadError.OffsetInvalid;
            default:
                AddLine(call, session);
                return Answer.Cut;
        }
    }

    private void AddLine(Call call, UploadSession session) =>
        session.Lines.Add(FileHandle.Line(session.Key, call.Header("X-Entity-Type") ?? "", sessions.NextExpiry));

    private Answer Ended(Call call, UploadSession session)
    {
        var announced = EntityLengthIsANumber.Read(call);
        if (session.Length > announced)
        {
            return UploadError.Invalid("More bytes than X-Entity-Length says");
        }

        if (session.Length < announced || call.Faults.Has(FaultEffect.Partial))
        {
            AddLine(call, session);
            return UploadError.Partial;
        }

        var handle = sessions.End(session, call.Header("X-Entity-Type") ?? "", call.Faults.Has(FaultEffect.MultiLine));
        return Answer.Json(new JsonObject { ["h"] = handle.Text });
    }
}
