using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>
/// The server of 4 September 2020, which the seed describes: the Mapillary token is handed over by a call of its own, then one call makes the
/// entry or updates the one with this key (mtpw.md §4). An entry cannot be read there, so that asking again is the way to look.
/// </summary>
internal sealed class SeedContract(WebCalls calls, Retry retry, MapThePathsWebOptions options)
{
    public const string Name = "seed";

    /// <summary>Refused without a token, before anything is stored.</summary>
    public const string Probe = "/api/v1/mapillary/token/verify";

    private const string Perhaps = "The server may have stored it all the same; the next sync asks again, which finds it by its key.";

    // The server crashes when there is none, with the row stored, and attaches an empty one when it is empty; others it ignores.
    private const string TagOfUntagged = "mtpdu";

    private string? _handedOver;

    public EntryContract Contract() => new(Name) { ImportAsync = ImportAsync };

    private async Task<string> ImportAsync(EntryImport import, CancellationToken cancellationToken)
    {
        RefuseOfLiveApi(import);
        await HandOverAsync(import.Token, cancellationToken);
        try
        {
            return await ImportByAnyNameAsync(import, cancellationToken);
        }
        catch (DestinationException failure) when (failure.Kind == FailureKind.Unclear)
        {
            return await ImportByAnyNameAsync(import, cancellationToken);
        }
    }

    // It would keep the live API's token in place of a good one, and crash at the sequence (mtpw.md §4).
    private void RefuseOfLiveApi(EntryImport import)
    {
        if (!options.OfApiV3.Contains(import.Destination))
        {
            throw new DestinationException(
                FailureKind.PartRefused,
                "of-live-api",
                $"{options.Name}: this server cannot take sequences of the live API ({import.Destination}): it asks Mapillary's API v3 for them, and a token of another API would take the place of one that it keeps for you. Nothing was handed over")
            {
                SaysWhatToDo = true,
            };
        }
    }

    // The server keeps one Mapillary token for each of its users: the last one that it was given, even when it has refused it.
    private async Task HandOverAsync(string token, CancellationToken cancellationToken)
    {
        if (_handedOver != token)
        {
            _handedOver = null;
            Redaction.Hide(token);
            await retry.RunAsync(
                new Operation($"{options.Name}: handing the Mapillary token over", RetryLimits.Greeting, FailureKind.PartRefused),
                _ => VerifyAsync(token, cancellationToken),
                cancellationToken);
            _handedOver = token;
        }
    }

    private async Task<JsonElement> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url + Probe)
        {
            Content = new FormUrlEncodedContent([new("mapillary_token", token)]),
        };
        var body = await calls.AskAsync(request, cancellationToken);
        return WebAnswers.IsSuccess(body) ? body : throw WebAnswers.Strange();
    }

    private Task<string> ImportByAnyNameAsync(EntryImport import, CancellationToken cancellationToken) =>
        TransportNames.TryAsync(import.Text.Transport, transport => ImportAsync(import, transport, cancellationToken));

    private Task<string> ImportAsync(EntryImport import, string transport, CancellationToken cancellationToken)
    {
        var operation = new Operation($"{options.Name}: importing '{EntryFields.Name(import.Text)}'", RetryLimits.Greeting, FailureKind.PartRefused);
        return retry.RunAsync(operation, _ => ImportOnceAsync(operation.Name, import, transport, cancellationToken), cancellationToken);
    }

    private async Task<string> ImportOnceAsync(string operation, EntryImport import, string transport, CancellationToken cancellationToken)
    {
        var tags = EntryFields.Tags(import.Text);
        tags = tags.Length > 0 ? tags : TagOfUntagged;
        using var content = await WebForm.OfAsync(
            ("sequence_key", import.SequenceKey),
            ("name", EntryFields.Name(import.Text)),
            ("description", import.Text.Description),
            ("transport_type", transport),
            ("tags", tags),
            ("tag", tags));
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url + "/api/v1/sequence/import") { Content = content };
        return await OneShot.SendAsync(
            operation,
            Perhaps,
            content,
            options.Clock,
            async deadline => WebAnswers.EntryId(await calls.AskAsync(request, deadline, CancellationToken.None)),
            cancellationToken);
    }
}
