using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Sequences;

/// <summary>
/// POST <c>mapillary/token/verify</c> (§4, seed). The token is stored before it is checked, so a bad one takes a good one's place.
/// </summary>
internal sealed class VerifyToken(SequenceRows rows, MapillaryAsked mapillary, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.MtpwVerify;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var (body, refusal) = await WebBody.FormAsync(call);
        if (refusal is not null)
        {
            return refusal;
        }

        if (body.Text("mapillary_token") is not { Length: > 0 } token)
        {
            return WebError.TokenRefused(call);
        }

        rows.SaveMapillaryToken(call.Account, token);
        var me = await mapillary.MeAsync(token, CancellationToken.None);
        if (me.IsRefusal)
        {
            return WebError.TokenRefused(call);
        }

        return me.IsJson ? Answer.Json(new JsonObject { ["status"] = true, ["map_user_data"] = me.Body }) : WebPage.Crash;
    }
}
