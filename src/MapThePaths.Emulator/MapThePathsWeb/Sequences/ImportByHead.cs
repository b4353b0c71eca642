using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.MapThePathsWeb.Rules;
using MapThePaths.Emulator.State;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Sequences;

/// <summary>
/// PUT <c>sequence/import/{id}/</c> (§5, head). Nobody is asked whose row it is, and a second call with the same key deletes the row that
/// has it, the caller's own included, before it stores it anew without its tags.
/// </summary>
internal sealed class ImportByHead(SequenceRows rows, MapillaryAsked mapillary, params IRule[] rules) : IOperation
{
    private const int LongestActivityId = 50;

    public IReadOnlyList<IRule> Rules { get; } = [new PathEndsInSlash(), .. rules];

    public FaultTarget Target(Call call) => FaultTarget.MtpwImport;

    public ValueTask<string?> KeyAsync(Call call) => ValueTask.FromResult<string?>(Id(call));

    public async Task<Answer> AnswerAsync(Call call)
    {
        var (body, refusal) = await WebBody.AnyAsync(call);
        if (refusal is not null)
        {
            return refusal;
        }

        return rows.Find(Id(call)) is { } row ? await StoreAsync(call, body, row) : WebPage.Crash;
    }

    private static string Id(Call call) => call.Request.Path.Value!.TrimEnd('/').Split('/')[^1];

    private async Task<Answer> StoreAsync(Call call, WebBody body, RowSaved row)
    {
        var told = "";
        if (body.Has("google_street_view"))
        {
            if (body.Text("google_street_view") is not { } link)
            {
                return WebPage.Crash;
            }

            row = rows.Save(row with { GoogleStreetView = link });
            told += "Google Street View is updated \n";
        }

        if (body.Has("strava"))
        {
            if (body.Text("strava") is { Length: > LongestActivityId })
            {
                return WebPage.Crash;
            }

            row = rows.Save(row with { Strava = body.Text("strava") });
            told += "Strava is updated \n";
        }

        return await CheckTokenAsync(call, body, row, told);
    }

    private async Task<Answer> CheckTokenAsync(Call call, WebBody body, RowSaved row, string told)
    {
        if (!body.Has("mapillary_user_token"))
        {
            return Told(call, told, "Mapillary token is missing");
        }

        if (body.Text("mapillary_user_token") is not { } token)
        {
            return WebError.TokenRefused(call);
        }

        // The real server asks twice (§6).
        var me = await mapillary.MeAsync(token, CancellationToken.None);
        me = me is { IsReached: true, IsJson: true, IsRefusal: false } ? await mapillary.MeAsync(token, CancellationToken.None) : me;
        if (!me.IsReached)
        {
            return WebPage.Crash;
        }

        return me is { IsRefusal: false, Body: JsonObject user }
            ? await CheckSequenceAsync(call, body, row, told, token, user)
            : WebError.TokenRefused(call);
    }

    private async Task<Answer> CheckSequenceAsync(Call call, WebBody body, RowSaved row, string told, string token, JsonObject user)
    {
        if (!body.Has("mapillary_sequence_key"))
        {
            return Told(call, told, "Sequence key is missing");
        }

        var answer = await mapillary.SequenceAsync(body.Text("mapillary_sequence_key") ?? "None", token, CancellationToken.None);
        if (answer.IsRefusal)
        {
            return WebError.Refusal(call, "Sequence is empty");
        }

        if (RemoteSequence.Of(answer) is not { } remote)
        {
            return WebPage.Crash;
        }

        return remote.Username == (string?)user["username"]
            ? Import(call, remote, row)
            : WebError.Refusal(call, "You are not owner of this sequence");
    }

    private Answer Import(Call call, RemoteSequence remote, RowSaved row)
    {
        if (rows.ByKey(remote.Key) is { } twin)
        {
            rows.Delete(twin);
            row = twin.Id == row.Id ? row with { Tags = [] } : row;
        }

        row = rows.Save(remote.Into(row) with { OwnerId = call.Account.Id, IsPublished = true });
        return WebSuccess.Of("Sequence successfully was imported. Sequence will be published in about 10 minutes.", row);
    }

    private static Answer Told(Call call, string told, string missing) => told.Length == 0
        ? WebError.Refusal(call, missing)
        : Answer.Json(new JsonObject { ["message"] = told, ["status"] = true });
}
