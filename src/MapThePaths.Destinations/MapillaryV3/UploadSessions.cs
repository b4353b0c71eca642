using System.Collections.Concurrent;
using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Upload sessions: open one, read one, list all. Remembers the forms of those that photos are sent to. Thread safe.</summary>
internal sealed class UploadSessions(ApiCalls calls, Questions questions, Retry retry, MapillaryV3Options options)
{
    private static readonly SemaphoreSlim Renewing = new(1);

    private readonly ConcurrentDictionary<string, UploadForm> _forms = new(StringComparer.Ordinal);

    /// <summary>The known session if it still takes photos and is for the organization wanted, else a new one.</summary>
    public async Task<UploadSession> OpenAsync(string? known, CancellationToken cancellationToken)
    {
        var session = known is null ? null : await FindAsync(known, cancellationToken);
        if (session?.Form is null || Assumptions.IsForOtherOrganization(options.OrganizationId, session.Organization))
        {
            var operation = new Operation($"{options.Name}: opening an upload session", RetryLimits.Call, FailureKind.PartRefused);
            session = await retry.RunAsync(operation, _ => OpenOnceAsync(cancellationToken), cancellationToken);
        }

        _forms[session.Key] = session.Form!;
        return session;
    }

    /// <summary>The session that takes photos under this key.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.SessionLost"/> when it takes none any more.</exception>
    public async Task<UploadSession> OpenOneAsync(string key, CancellationToken cancellationToken)
    {
        var session = await FindAsync(key, cancellationToken);
        return session switch
        {
            { Form: not null } => session,
            { Failure: { } reason } => throw Lost(key, $"the service gave it up: {reason}"),
            _ => throw Lost(key, "the service does not know it any more"),
        };
    }

    /// <summary>What photos are sent with.</summary>
    public async Task<UploadForm> FormAsync(string key, CancellationToken cancellationToken)
    {
        if (!_forms.TryGetValue(key, out var form))
        {
            form = (await OpenOneAsync(key, cancellationToken)).Form!;
            _forms[key] = form;
        }

        return form;
    }

    /// <summary>Another form than the one that was refused, asked for once, however many photos met the refusal; null when there is no other.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.SessionLost"/> when the session takes no photos any more.</exception>
    public async Task<UploadForm?> RenewAsync(string key, UploadForm refused, CancellationToken cancellationToken)
    {
        await Renewing.WaitAsync(cancellationToken);
        try
        {
            if (_forms.TryGetValue(key, out var form) && !form.IsSameAs(refused))
            {
                return form;
            }

            var renewed = (await OpenOneAsync(key, cancellationToken)).Form!;
            return renewed.IsSameAs(refused) ? null : _forms[key] = renewed;
        }
        finally
        {
            Renewing.Release();
        }
    }

    /// <summary>One session, open or failed, by its key or else in the list; null when the service shows none.</summary>
    public async Task<UploadSession?> ShownAsync(string key, CancellationToken cancellationToken) =>
        await FindAsync(key, cancellationToken)
        ?? (await ListAsync(cancellationToken)).FirstOrDefault(session => session.Key == key);

    /// <summary>All that the service shows.</summary>
    public async Task<IReadOnlyList<UploadSession>> ListAsync(CancellationToken cancellationToken)
    {
        var pages = await questions.PagesAsync(
            calls.Address("/me/uploads"), "listing upload sessions", answer => ApiCalls.Array(answer) is not null, cancellationToken);
        return [.. pages.SelectMany(page => ApiCalls.Array(page)!).Select(UploadSession.Read).OfType<UploadSession>()];
    }

    public DestinationException Lost(string key, string why) => new(
        FailureKind.SessionLost,
        "session-lost",
        $"{options.Name}: upload session {key} cannot be used any more: {why}. Nothing of it was published; all photos of the part go to a new session.");

    private async Task<UploadSession?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await questions.AskAsync(
                calls.Address($"/me/uploads/{Uri.EscapeDataString(key)}"), "asking for an upload session", answer => answer.Json?.Text("key") == key, cancellationToken);
            return UploadSession.Read(answer.Json!.Value);
        }
        catch (DestinationException failure) when (failure.InnerException is FaultException { Fault: { Kind: FaultKind.NotThere, Stated: true } })
        {
            return null;
        }
    }

    private async Task<UploadSession> OpenOnceAsync(CancellationToken cancellationToken)
    {
        using var content = new TracedContent(Wish());
        using var request = new HttpRequestMessage(HttpMethod.Post, calls.Address("/me/uploads")) { Content = content };
        var answer = await calls.AskAsync(request, answer => Opened(answer) is not null, cancellationToken);
        return Opened(answer)!;
    }

    private static UploadSession? Opened(Answer answer) =>
        answer.Json is { } json && UploadSession.Read(json) is { Form: not null } session ? session : null;

    private byte[] Wish()
    {
        var wish = new Dictionary<string, object>(StringComparer.Ordinal) { ["type"] = "images/sequence" };
        if (options.OrganizationId is { Length: > 0 } organization)
        {
            wish["metadata"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["organization_key"] = organization, ["private"] = false };
        }

        return JsonSerializer.SerializeToUtf8Bytes(wish);
    }
}
