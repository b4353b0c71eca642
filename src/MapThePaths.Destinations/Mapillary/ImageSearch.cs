using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;
using MapThePaths.Destinations.Searching;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>
/// Finds a user's images by their capture times, the only documented way from an upload to what became of it. It cannot tell a failed
/// upload from one that waits: both show nothing.
/// </summary>
internal sealed class ImageSearch(ServiceCalls calls, Retry retry, MapillaryOptions options)
{
    /// <summary>All that stays valid; addresses of pictures and meshes expire and would be worthless in a stored record.</summary>
    private const string Fields =
        "id,altitude,atomic_scale,camera_parameters,camera_type,captured_at,compass_angle,computed_altitude,computed_compass_angle,"
        + "computed_geometry,computed_rotation,creator,exif_orientation,geometry,height,is_pano,make,merge_cc,model,sequence,width";

    public async Task<Sighting> LookAsync(PublicationQuery query, CancellationToken cancellationToken)
    {
        var window = SearchWindow.Around(query);
        var images = new List<RemoteImage>();
        string? address = Address(query.Account, window);
        for (var page = 0; address is not null; page++)
        {
            if (page == Pages.Most)
            {
                throw Lost("the service shows page after page");
            }

            var answer = await AskAsync(address, "looking for images", cancellationToken);
            images.AddRange(Images(answer).Where(window.Contains));
            address = NextPage(answer);
        }

        return new Sighting(images, Failure: null);
    }

    /// <summary>The ids of the sequence's images, in the order of their capture.</summary>
    public async Task<RemoteSequence> SequenceRecordAsync(string remoteSequenceId, CancellationToken cancellationToken)
    {
        var address = $"{options.GraphUrl}/image_ids?sequence_id={Uri.EscapeDataString(remoteSequenceId)}";
        var answer = await AskAsync(address, "asking for a sequence", cancellationToken);
        return new RemoteSequence(remoteSequenceId, answer.Text) { ImageIds = ImageIds(answer) };
    }

    private static IReadOnlyList<string> ImageIds(Answer answer) =>
        answer.Json?.Member("data") is { ValueKind: JsonValueKind.Array } data
            ? [.. data.EnumerateArray().Select(image => image.Text("id")).OfType<string>()]
            : [];

    private static IEnumerable<RemoteImage> Images(Answer answer) =>
        answer.Json?.Member("data") is { ValueKind: JsonValueKind.Array } data
            ? data.EnumerateArray().Select(ImageRecord.Read).OfType<RemoteImage>()
            : [];

    private Task<Answer> AskAsync(string address, string operation, CancellationToken cancellationToken) => retry.RunAsync(
        new Operation($"{options.Name}: {operation}", RetryLimits.Call, FailureKind.Unreachable),
        _ => OnceAsync(address, cancellationToken),
        cancellationToken);

    private async Task<Answer> OnceAsync(string address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        try
        {
            return await calls.AskAsync(request, "data", cancellationToken);
        }
        catch (FaultException failure) when (failure.Fault.Kind == FaultKind.NotThere)
        {
            return Answer.From(200, """{"data":[]}"""u8.ToArray(), retryAfter: null);
        }
    }

    private string Address(Account account, SearchWindow window) =>
        $"{options.GraphUrl}/images?creator_username={Uri.EscapeDataString(account.Name)}"
        + $"&start_captured_at={window.FirstSecond}&end_captured_at={window.LastSecond}&fields={Fields}&limit=2000";

    private string? NextPage(Answer answer) => answer.Json?.Member("paging")?.Text("next") is { } next
        ? Pages.AtHome(options.GraphUrl, next) ?? throw Lost("the service names a next page that is not its own")
        : null;

    private DestinationException Lost(string why) =>
        new(FailureKind.Unreachable, "strange-paging", $"{options.Name}: looking for images: {why}.");
}
