using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>
/// The server that ran last (24 March 2021): an entry is made first, every time a new one; then one PUT attaches the Mapillary sequence and
/// hands the token over with it (mtpw.md §5). That PUT asks nobody whose entry it is, and a second one takes the entry's tags, likes and images away.
/// </summary>
internal sealed class HeadContract(WebCalls calls, Retry retry, MapThePathsWebOptions options)
{
    public const string Name = "head";

    /// <summary>Refused without a name, before anything is stored.</summary>
    public const string Probe = "/api/v1/sequence/create/";

    private const string AsksApiV3 = "The servers of Map the Paths Web that are known ask Mapillary's API v3, and cannot take sequences of the live API";
    private const string PerhapsMade = "The server may have made it all the same, and no call tells; this is not repeated by itself.";
    private const string PerhapsAttached = "The server may have stored it all the same; this is not repeated before a look at it.";

    public EntryContract Contract() => new(Name) { CreateAsync = CreateAsync, ImportAsync = ImportAsync, LookAsync = LookAsync };

    private Task<string> CreateAsync(EntryText text, CancellationToken cancellationToken) =>
        TransportNames.TryAsync(text.Transport, transport => CreateAsync(text, transport, cancellationToken));

    private Task<string> CreateAsync(EntryText text, string transport, CancellationToken cancellationToken)
    {
        var operation = new Operation($"{options.Name}: making the entry '{EntryFields.Name(text)}'", RetryLimits.Greeting, FailureKind.PartRefused);
        return retry.RunAsync(operation, _ => CreateOnceAsync(operation.Name, text, transport, cancellationToken), cancellationToken);
    }

    private async Task<string> CreateOnceAsync(string operation, EntryText text, string transport, CancellationToken cancellationToken)
    {
        List<(string Name, string Value)> fields =
            [("name", EntryFields.Name(text)), ("description", text.Description), ("transport_type", transport), ("source", "mtpdu")];
        if (EntryFields.Tags(text) is { Length: > 0 } tags)
        {
            fields.Add(("tag", tags));
        }

        using var content = await WebForm.OfAsync([.. fields]);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url + Probe) { Content = content };
        return await OnceAsync(operation, PerhapsMade, content, request, cancellationToken);
    }

    private async Task<string> ImportAsync(EntryImport import, CancellationToken cancellationToken)
    {
        var operation = new Operation($"{options.Name}: importing '{EntryFields.Name(import.Text)}'", RetryLimits.Greeting, FailureKind.PartRefused);
        try
        {
            return await retry.RunAsync(operation, _ => ImportOnceAsync(operation.Name, import, cancellationToken), cancellationToken);
        }
        catch (DestinationException failure) when (failure.Kind == FailureKind.PartRefused && !options.OfApiV3.Contains(import.Destination))
        {
            throw new DestinationException(failure.Kind, failure.Code, $"{failure.Message}. {AsksApiV3}", failure) { SaysWhatToDo = true };
        }
    }

    private async Task<string> ImportOnceAsync(string operation, EntryImport import, CancellationToken cancellationToken)
    {
        Redaction.Hide(import.Token);
        using var content = new TracedContent(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["mapillary_user_token"] = import.Token,
            ["mapillary_sequence_key"] = import.SequenceKey,
        }));

        // Without the slash at the end the server redirects, and the token would be lost on the way.
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{options.Url}/api/v1/sequence/import/{Uri.EscapeDataString(import.EntryId!)}/") { Content = content };
        return await OnceAsync(operation, PerhapsAttached, content, request, cancellationToken);
    }

    private Task<string> OnceAsync(string operation, string perhaps, TracedContent content, HttpRequestMessage request, CancellationToken cancellationToken) => OneShot.SendAsync(
        operation,
        perhaps,
        content,
        options.Clock,
        async deadline => WebAnswers.EntryId(await calls.AskAsync(request, deadline, CancellationToken.None)),
        cancellationToken);

    private Task<bool> LookAsync(string id, string sequenceKey, CancellationToken cancellationToken) => retry.RunAsync(
        new Operation($"{options.Name}: looking at the entry {id}", RetryLimits.Greeting, FailureKind.PartRefused),
        _ => LookOnceAsync(id, sequenceKey, cancellationToken),
        cancellationToken);

    private async Task<bool> LookOnceAsync(string id, string sequenceKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{options.Url}/sequence/{Uri.EscapeDataString(id)}/ajax_get_detail/");
        try
        {
            var body = await calls.AskUnsignedAsync(request, cancellationToken);
            return FieldsIn(body) is { } fields && fields.Text("unique_id") == id && fields.Text("seq_key") == sequenceKey;
        }
        catch (FaultException failure) when (failure.Fault.Kind == FaultKind.NotThere)
        {
            return false;
        }
    }

    private static JsonElement? FieldsIn(JsonElement body) =>
        body.Member("sequence") is { ValueKind: JsonValueKind.Array } rows && rows.GetArrayLength() > 0 ? rows[0].Member("fields") : null;
}
