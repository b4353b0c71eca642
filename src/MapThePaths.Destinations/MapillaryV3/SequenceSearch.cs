using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;
using MapThePaths.Destinations.Searching;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>
/// What became of a publication. The service does not tell into which sequences a session went, so they are looked for by user and
/// capture times; every sequence in the window that comes near the photos and is no older than the session is asked for its images. Which
/// image is which photo is not decided here.
/// </summary>
internal sealed class SequenceSearch(ApiCalls calls, Questions questions, UploadSessions sessions)
{
    public async Task<Sighting> LookAsync(PublicationQuery query, CancellationToken cancellationToken)
    {
        var session = (query.PublicationId ?? query.Session) is { } key ? await sessions.ShownAsync(key, cancellationToken) : null;
        if (session?.Failure is not null)
        {
            return new Sighting([], session.Failure) { Session = session.Shown() };
        }

        var window = SearchWindow.Around(query);
        var found = await SequencesAsync(query.Account, window, cancellationToken);
        var images = await ImagesAsync([.. found.Where(sequence => IsNear(sequence, window) && !IsOlder(sequence, query)).Select(found => found.Sequence)], cancellationToken);
        return new Sighting([.. images.Where(window.Contains)], Failure: null) { Session = session?.Shown() };
    }

    public async Task<RemoteSequence> SequenceRecordAsync(string key, CancellationToken cancellationToken)
    {
        var address = calls.Address($"/sequences/{Uri.EscapeDataString(key)}");
        var answer = await questions.AskAsync(address, "asking for a sequence", answer => answer.Json is { } json && FeatureReading.Sequence(json) is not null, cancellationToken);
        return FeatureReading.Sequence(answer.Json!.Value)!.Sequence;
    }

    private async Task<IEnumerable<FoundSequence>> SequencesAsync(Account account, SearchWindow window, CancellationToken cancellationToken)
    {
        var address = calls.Address(
            "/sequences",
            $"&userkeys={Uri.EscapeDataString(account.Id)}&start_time={window.FirstSecond}&end_time={window.LastSecond}{Paging}");
        var features = await FeaturesAsync(address, "looking for sequences", cancellationToken);
        return features.Select(FeatureReading.Sequence).OfType<FoundSequence>().DistinctBy(found => found.Sequence.Id);
    }

    private async Task<IReadOnlyList<RemoteImage>> ImagesAsync(List<RemoteSequence> sequences, CancellationToken cancellationToken)
    {
        var owners = sequences
            .SelectMany(sequence => sequence.ImageIds.Select(image => (image, sequence.Id)))
            .DistinctBy(pair => pair.image)
            .ToDictionary(pair => pair.image, pair => pair.Id, StringComparer.Ordinal);
        List<RemoteImage> images = [];
        foreach (var some in sequences.Chunk(Assumptions.SequencesPerQuery))
        {
            var keys = string.Join(',', some.Select(sequence => Uri.EscapeDataString(sequence.Id)));
            var features = await FeaturesAsync(calls.Address("/images", $"&sequence_keys={keys}{Paging}"), "looking for images", cancellationToken);
            images.AddRange(features.Select(feature => FeatureReading.Image(feature, owners.GetValueOrDefault)).OfType<RemoteImage>());
        }

        return [.. images.DistinctBy(image => image.Id)];
    }

    private static string Paging => $"&per_page={Assumptions.PageSize}&sort_by={Assumptions.Order}";

    /// <summary>A sequence without a way is not left out: its images tell.</summary>
    private static bool IsNear(FoundSequence found, SearchWindow window) => found.Way.Count == 0 || found.Way.Any(window.IsNear);

    /// <summary>Both moments are the service's own, so that clocks that differ do no harm.</summary>
    private static bool IsOlder(FoundSequence found, PublicationQuery query) => found.Sequence.CreatedAt < query.SessionOpenedAt;

    private async Task<IReadOnlyList<JsonElement>> FeaturesAsync(string first, string what, CancellationToken cancellationToken)
    {
        var pages = await questions.PagesAsync(
            first, what, answer => answer.Json?.Member("features") is { ValueKind: JsonValueKind.Array }, cancellationToken);
        return [.. pages.SelectMany(page => FeatureReading.Features(page.Json))];
    }
}
