using System.Globalization;
using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using NodaTime;
using NodaTime.Text;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A destination in memory. It keeps what it is given, shows what it is told to, and fails where a test's hook throws.</summary>
internal sealed class ScriptedDestination : ISignIn, ISender, IWatcher
{
    private static readonly InstantPattern CaptureTime = InstantPattern.CreateWithInvariantCulture("uuuu_MM_dd_HH_mm_ss_fff");

    private readonly Lock _lock = new();
    private readonly Dictionary<string, SentPhoto> _byReceipt = new(StringComparer.Ordinal);
    private readonly List<SentPhoto> _arrived = [];

    public string Name { get; init; } = "scripted";

    public Account Account { get; set; } = new("4711", "mapper");

    public DestinationRules Rules { get; init; } = new(
        MaxPhotosPerPart: 1000, MaxPixelsPerPart: 6_000_000_000, new HashSet<string>(StringComparer.Ordinal) { "flat", "equirectangular" }, AcceptsAir: false);

    public PhotoDestination Contracts => new(Name, Rules, this, this, this);

    public Action WhenAskedWhoIAm { get; set; } = () => { };

    public Action WhenOpening { get; set; } = () => { };

    /// <summary>Told a photo's name before any of its bytes are taken.</summary>
    public Func<string, Task> WhenSending { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether a photo with this name does not arrive until the call is cancelled.</summary>
    public Predicate<string> HoldsBack { get; set; } = _ => false;

    /// <summary>What a photo with this name has to wait for before its bytes are taken.</summary>
    public Func<string, IEnumerable<UploadWait>> WaitsOf { get; set; } = _ => [];

    /// <summary>Told a photo's name once its waits are over and its bytes are about to be taken.</summary>
    public Action<string> WhenTaking { get; set; } = _ => { };

    public Action WhenCompleting { get; set; } = () => { };

    /// <summary>Nothing is published if it throws.</summary>
    public Action BeforePublishing { get; set; } = () => { };

    /// <summary>All is published although it throws.</summary>
    public Action AfterPublishing { get; set; } = () => { };

    /// <summary>Whether the answer to publishing does not come until the call is cancelled.</summary>
    public bool HoldsAnswer { get; set; }

    public Func<PublicationQuery, Sighting>? WhenLooking { get; set; }

    public Action WhenAskedForSequence { get; set; } = () => { };

    /// <summary>Of the sessions that were opened, not taken up.</summary>
    public List<Guid> Sessions { get; } = [];

    /// <summary>Keys of sessions that are not there any more.</summary>
    public HashSet<string> LostSessions { get; } = new(StringComparer.Ordinal);

    /// <summary>What it says of every session; null when it keeps no records.</summary>
    public string? SessionRecord { get; set; }

    public int Rehearsals { get; private set; }

    /// <summary>In the order of arrival.</summary>
    public IReadOnlyList<SentPhoto> Arrived
    {
        get
        {
            lock (_lock)
            {
                return [.. _arrived];
            }
        }
    }

    public IEnumerable<string> ArrivedNames => Arrived.Select(photo => photo.Name).Order(StringComparer.Ordinal);

    public int PublishCalls { get; private set; }

    /// <summary>The names of each publication's photos, in its order.</summary>
    public List<string> Published { get; } = [];

    /// <summary>Of each completion, whether the same list may have been brought before.</summary>
    public List<bool> CompletedAsKnown { get; } = [];

    public List<RemoteImage> Images { get; } = [];

    /// <summary>Questions for the images of a publication, in order; not the one for what is there before it.</summary>
    public List<PublicationQuery> Looks { get; } = [];

    public Task<PhotoDestination> Lookup(string name, CancellationToken cancellationToken) => Task.FromResult(Contracts);

    public Task<Account> WhoAmIAsync(CancellationToken cancellationToken)
    {
        WhenAskedWhoIAm();
        return Task.FromResult(Account);
    }

    public Task<OpenedSession> OpenSessionAsync(Guid part, string? known, CancellationToken cancellationToken)
    {
        WhenOpening();
        if (known is not null && !LostSessions.Contains(known))
        {
            return Task.FromResult(new OpenedSession(known, SessionRecord));
        }

        Sessions.Add(part);
        return Task.FromResult(new OpenedSession(known is null ? $"session of {part}" : $"{known} again", SessionRecord));
    }

    public async Task<string> SendAsync(string session, PhotoBody photo, bool mayBeKnown, IUploadWatch watch, CancellationToken cancellationToken)
    {
        await WhenSending(Path.GetFileName(photo.Path));
        var hasWaited = false;
        foreach (var wait in WaitsOf(Path.GetFileName(photo.Path)))
        {
            watch.Waits(wait);
            hasWaited = true;
        }

        if (HoldsBack(Path.GetFileName(photo.Path)))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (hasWaited)
        {
            watch.HandedOver(0);
        }

        WhenTaking(Path.GetFileName(photo.Path));
        cancellationToken.ThrowIfCancellationRequested();
        var bytes = new byte[photo.Length];
        using (var reader = photo.OpenAt(0))
        {
            Assert.Equal(bytes.Length, reader.Read(bytes));
        }

        watch.HandedOver(bytes.Length);
        var receipt = $"receipt\n{photo.ContentKey}";
        var arrived = new SentPhoto(Path.GetFileName(photo.Path), session, mayBeKnown, bytes);
        lock (_lock)
        {
            _arrived.Add(arrived);
            _byReceipt[receipt] = arrived;
        }

        return receipt;
    }

    public Task<string> CompleteAsync(string session, IReadOnlyList<string> receipts, bool mayBeKnown, CancellationToken cancellationToken)
    {
        WhenCompleting();
        CompletedAsKnown.Add(mayBeKnown);
        return Task.FromResult(string.Join('|', receipts));
    }

    public Task<string?> RehearseAsync(string session, IReadOnlyList<string> receipts, CancellationToken cancellationToken)
    {
        Rehearsals++;
        return Task.FromResult<string?>(null);
    }

    public async Task<string> PublishAsync(string session, string completion, CancellationToken cancellationToken)
    {
        PublishCalls++;
        cancellationToken.ThrowIfCancellationRequested();
        BeforePublishing();
        Published.Add(string.Join(' ', completion.Split('|').Select(receipt => _byReceipt[receipt].Name)));
        AfterPublishing();
        if (HoldsAnswer)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            throw new DestinationException(FailureKind.Unclear, "scripted", "The answer did not come.");
        }

        return $"publication {Published.Count}";
    }

    public Task<Sighting> LookAsync(PublicationQuery query, CancellationToken cancellationToken)
    {
        if (query is not { Session: null, PublicationId: null })
        {
            Looks.Add(query);
        }

        return Task.FromResult(WhenLooking?.Invoke(query) ?? new Sighting([.. Images], Failure: null));
    }

    /// <summary>Each sequence whose record was asked for, in order.</summary>
    public List<string> SequencesAsked { get; } = [];

    public Task<RemoteSequence> SequenceRecordAsync(string remoteSequenceId, CancellationToken cancellationToken)
    {
        WhenAskedForSequence();
        SequencesAsked.Add(remoteSequenceId);
        return Task.FromResult(new RemoteSequence(remoteSequenceId, $$"""{"id":"{{remoteSequenceId}}"}"""));
    }

    /// <summary>From now on the photos with these names are visible; all that arrived without names.</summary>
    public void Show(params IReadOnlyList<string> names) => Images.AddRange(Arrived
        .Where(photo => names.Count == 0 || names.Contains(photo.Name))
        .OrderBy(photo => photo.Name, StringComparer.Ordinal)
        .Select(photo => ImageOf(photo)));

    public static RemoteImage ImageOf(SentPhoto photo, string? id = null, int millisecondsLater = 0, double metresNorth = 0)
    {
        var description = photo.Description;
        var position = new GeoPoint(description.GetProperty("MAPLatitude").GetDouble(), description.GetProperty("MAPLongitude").GetDouble());
        return new RemoteImage(
            id ?? $"image of {photo.Name}",
            CaptureTime.Parse(description.GetProperty("MAPCaptureTime").GetString()!).Value + Duration.FromMilliseconds(millisecondsLater),
            position with { Latitude = position.Latitude + (metresNorth / 111_194.9266) },
            "remote sequence",
            string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{id ?? photo.Name}}"}"""));
    }
}

/// <summary>A photo as it arrived.</summary>
internal sealed record SentPhoto(string Name, string Session, bool MayBeKnown, byte[] Bytes)
{
    /// <summary>What its ImageDescription says.</summary>
    public JsonElement Description
    {
        get
        {
            var reader = new Utf8JsonReader(Bytes.AsSpan(Bytes.AsSpan().IndexOf("{\"MAP"u8)));
            return JsonElement.ParseValue(ref reader);
        }
    }
}
