using System.Text.Json;
using MapThePaths.Emulator;
using MapThePaths.Emulator.Faults;

namespace MapThePaths.Tests.Fixtures;

/// <summary>The emulator in this process, and what it holds, as its control surface tells.</summary>
public sealed class StandInService : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly EmulatorServer _server;

    private StandInService(EmulatorServer server) => _server = server;

    public EmulatorAddresses Addresses => _server.Addresses;

    public static async Task<StandInService> StartAsync(EmulatorOptions? options = null) =>
        new(await EmulatorServer.StartAsync(options ?? new EmulatorOptions()));

    /// <summary>What a program needs to use this service as Mapillary.</summary>
    public Dictionary<string, string> Environment() => new(StringComparer.Ordinal)
    {
        ["MAPILLARY_GRAPH_URL"] = Addresses.GraphUrl,
        ["MAPILLARY_UPLOAD_URL"] = Addresses.UploadUrl,
        ["MAPILLARY_ACCESS_TOKEN"] = Addresses.AccessToken,
    };

    /// <summary>What a program needs to sign in here itself.</summary>
    public Dictionary<string, string> Registration() => new(StringComparer.Ordinal)
    {
        ["MAPILLARY_CONNECT_URL"] = Addresses.ConnectUrl,
        ["MAPILLARY_APP_ID"] = Addresses.AppId,
        ["MAPILLARY_SECRET"] = Addresses.AppSecret,
        ["MAPILLARY_ACCESS_TOKEN"] = "",
    };

    /// <summary>What a program needs to sign in at the stand-in for Mapillary's API v3.</summary>
    public Dictionary<string, string> RegistrationAtV3() => new(StringComparer.Ordinal)
    {
        ["MAPILLARY_V3_URL"] = Addresses.V3.Url,
        ["MAPILLARY_CONNECT_URL"] = Addresses.V3.ConnectUrl,
        ["MAPILLARY_APP_ID"] = Addresses.V3.AppId,
        ["MAPILLARY_SECRET"] = Addresses.V3.AppSecret,
        ["MAPILLARY_ACCESS_TOKEN"] = "",
    };

    /// <summary>What a program needs to sign in at the stand-in for Map the Paths Web.</summary>
    public Dictionary<string, string> RegistrationAtWeb() => new(StringComparer.Ordinal)
    {
        ["MTP_WEB_URL"] = Addresses.Mtpw.Url,
        ["MTP_WEB_AUTH_URL"] = Addresses.Mtpw.AuthorizeUrl,
        ["MTP_WEB_APP_ID"] = Addresses.Mtpw.AppId,
        ["MTP_WEB_APP_SECRET"] = Addresses.Mtpw.AppSecret,
    };

    /// <summary>What a program needs to use the stand-in for Map the Paths Web with a token.</summary>
    public Dictionary<string, string> WebEnvironment() => new(StringComparer.Ordinal)
    {
        ["MTP_WEB_URL"] = Addresses.Mtpw.Url,
        ["MTP_WEB_TOKEN"] = Addresses.Mtpw.AccessToken,
    };

    /// <summary>The fields of an entry, as anybody can read them at Map the Paths Web.</summary>
    public async Task<JsonElement> EntryAsync(string id)
    {
        var detail = await _client.GetStringAsync(new Uri($"{Addresses.Mtpw.Url}/sequence/{id}/ajax_get_detail/"), TestContext.Current.CancellationToken);
        return JsonElement.Parse(detail).GetProperty("sequence")[0].GetProperty("fields");
    }

    /// <summary>What a program needs to use this service as Mapillary's API v3.</summary>
    public Dictionary<string, string> V3Environment() => new(StringComparer.Ordinal)
    {
        ["MAPILLARY_V3_URL"] = Addresses.V3.Url,
        ["MAPILLARY_APP_ID"] = Addresses.V3.AppId,
        ["MAPILLARY_ACCESS_TOKEN"] = Addresses.V3.AccessToken,
    };

    /// <summary>The photos of a session of API v3, by the file name that each of them carries.</summary>
    public async Task<IReadOnlyDictionary<string, ReceivedPhoto>> PhotosOfAsync(V3Session session)
    {
        var photos = await Task.WhenAll(session.Photos.Select(async photo => new ReceivedPhoto(photo.Name, await BytesOfAsync(session, photo.Name))));
        return photos.ToDictionary(photo => photo.FileName, StringComparer.Ordinal);
    }

    public void AddFault(string rule) => _server.AddFault(FaultRule.Parse(rule));

    public void ClearFaults() => _server.ClearFaults();

    /// <summary>A living token of a user, who is made if need be.</summary>
    public string TokenOf(string user) => _server.AccessTokenOf(user);

    /// <summary>The same for API v3.</summary>
    public string V3TokenOf(string user) => _server.V3AccessTokenOf(user);

    /// <summary>The same for Map the Paths Web.</summary>
    public string WebTokenOf(string user) => _server.MtpwAccessTokenOf(user);

    public async Task<ServiceState> StateAsync() =>
        JsonSerializer.Deserialize<ServiceState>(await _client.GetStringAsync(new Uri(Addresses.ControlUrl + "/state"), TestContext.Current.CancellationToken), SnakeCase)!;

    /// <summary>The photos that arrived whole, by the file name that each of them carries.</summary>
    public async Task<IReadOnlyDictionary<string, ReceivedPhoto>> PhotosAsync()
    {
        var state = await StateAsync();
        var photos = await Task.WhenAll(state.Photos.Where(session => session.Complete).Select(session => ReadAsync(session.Key)));
        return photos.ToDictionary(photo => photo.FileName, StringComparer.Ordinal);
    }

    /// <summary>The bytes held under a session key.</summary>
    public Task<byte[]> BytesAsync(string key) =>
        _client.GetByteArrayAsync(new Uri($"{Addresses.ControlUrl}/bytes/{Uri.EscapeDataString(key)}"), TestContext.Current.CancellationToken);

    /// <summary>The bytes of a photo in a session of API v3.</summary>
    public Task<byte[]> BytesOfAsync(V3Session session, string name) =>
        _client.GetByteArrayAsync(new Uri($"{Addresses.ControlUrl}/v3/bytes/{session.Key}/{name}"), TestContext.Current.CancellationToken);

    /// <summary>Waits until what the service holds is as wanted.</summary>
    public async Task WhenAsync(Predicate<ServiceState> wanted)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(LongestWait);
        while (!wanted(await StateAsync()))
        {
            await Task.Delay(BetweenLooks, deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<ReceivedPhoto> ReadAsync(string key) => new(key, await BytesAsync(key));
}

/// <summary>What the service holds.</summary>
public sealed record ServiceState
{
    /// <summary>By target, in the words of fault rules.</summary>
    public Dictionary<string, int> Calls { get; init; } = [];

    public List<FinishCall> FinishCalls { get; init; } = [];

    public List<PublishedCluster> Clusters { get; init; } = [];

    public List<UploadedFile> Sessions { get; init; } = [];

    /// <summary>Of API v3, in the order they were opened.</summary>
    public List<V3Session> V3Sessions { get; init; } = [];

    public WebRows Mtpw { get; init; } = new();

    public IEnumerable<UploadedFile> Photos => Sessions.Where(session => session.Key.EndsWith(".jpg", StringComparison.Ordinal));

    public IEnumerable<UploadedFile> Manifests => Sessions.Where(session => session.Key.EndsWith(".json", StringComparison.Ordinal));

    public int CallsOf(string target) => Calls.GetValueOrDefault(target);
}

public sealed record FinishCall(string? ClusterId, string? Refusal);

public sealed record PublishedCluster(string Id, string? User, bool Processed, string? OrganizationId, List<PublishedImage> Images);

public sealed record PublishedImage(string Key, string? ImageId, string? SequenceId);

public sealed record UploadedFile(string Key, long Bytes, bool Complete);

/// <param name="Status"><c>open</c>, <c>published</c>, <c>failed</c> or <c>lost</c>.</param>
public sealed record V3Session(string Key, string Status, bool DryRun, string? PublishedAt, List<V3Photo> Photos);

/// <param name="Times">How often it was sent.</param>
public sealed record V3Photo(string Name, long Bytes, int Times, bool Published, string? ImageKey, string? SequenceKey);

/// <summary>What Map the Paths Web holds.</summary>
public sealed record WebRows
{
    public List<WebRow> Sequences { get; init; } = [];

    /// <summary>Users whose Mapillary token it keeps.</summary>
    public List<string> MapillaryTokensOf { get; init; } = [];
}

public sealed record WebRow(
    string UniqueId, string User, string Name, string Description, string TransportType, List<string> Tags, string? SequenceKey, bool IsPublished, int Images);
