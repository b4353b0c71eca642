using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Sequences;

/// <summary>POST <c>sequence/import</c> (§4, seed): everything in one call, which makes a row or updates the one with that key.</summary>
internal sealed class ImportBySeed(SequenceRows rows, MapillaryAsked mapillary, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.MtpwImport;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var (body, refusal) = await WebBody.FormAsync(call);
        return refusal ?? await CheckTokenAsync(call, body);
    }

    private async Task<Answer> CheckTokenAsync(Call call, WebBody body)
    {
        if (rows.MapillaryTokenOf(call.Account) is not { } token)
        {
            return WebError.TokenRefused(call);
        }

        var me = await mapillary.MeAsync(token, CancellationToken.None);
        if (me.IsRefusal)
        {
            return WebError.TokenRefused(call);
        }

        return me.Body is JsonObject user ? await CheckFieldsAsync(call, body, token, user) : WebPage.Crash;
    }

    private async Task<Answer> CheckFieldsAsync(Call call, WebBody body, string token, JsonObject user)
    {
        if (body.Text("sequence_key") is not { Length: > 0 } key)
        {
            return WebError.Refusal(call, "Sequence key is missing");
        }

        if (body.Text("name") is not { Length: > 0 } name)
        {
            return WebError.Refusal(call, "Sequence Name is missing");
        }

        var answer = await mapillary.SequenceAsync(key, token, CancellationToken.None);
        if (RemoteSequence.Of(answer) is not { } remote || body.Text("transport_type") is not { } transport)
        {
            return WebPage.Crash;
        }

        if (TransportTypes.Find(transport) is not { } type)
        {
            return WebError.Refusal(call, "Transport type is invalid");
        }

        return remote.Username == (string?)user["username"]
            ? Store(call, body, remote, name, type)
            : WebError.Refusal(call, "You are not owner of this sequence");
    }

    /// <summary>Tags: missing, the server crashes with the row already stored; empty, one empty tag; anything else is forgotten.</summary>
    private Answer Store(Call call, WebBody body, RemoteSequence remote, string name, int type)
    {
        if (name.Length > SequenceRows.LongestName)
        {
            return WebPage.Crash;
        }

        var known = rows.ByKey(remote.Key);
        var row = known ?? rows.Add(call.Account, name, "", type);
        var description = body.Text("description") is { Length: > 0 } given ? given : row.Description;
        row = rows.Save(remote.Into(row) with
        {
            OwnerId = call.Account.Id,
            Name = name,
            Description = description,
            TransportType = type,
            IsPublished = true,
        });
        if (!body.Has("tag"))
        {
            return WebPage.Crash;
        }

        row = body.Text("tag") is "" ? rows.Save(row with { Tags = [""] }) : row;
        return WebSuccess.Of(known is null ? "Sequence successfully was imported." : "Sequence successfully was updated.", row);
    }
}
