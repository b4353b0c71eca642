using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Uploading;

/// <summary>GET <c>/me/uploads</c>: the caller's open and failed sessions, a bare array (§6.4).</summary>
internal sealed class ListSessions(Sessions sessions, SessionObject objects, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Sessions;

    public Task<Answer> AnswerAsync(Call call)
    {
        var written = sessions.ShownTo(call.Account).Select(session => (JsonNode)objects.Write(session, sessions.Now, call.Origin));
        return Task.FromResult(Answer.Json(new JsonArray([.. written])));
    }
}
