using System.Collections.Concurrent;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Brings one photo to the object storage that its session names: all of it in one request, or nothing. The token stays here.</summary>
internal sealed class PhotoUpload(HttpClient client, UploadSessions sessions, Retry retry, MapillaryV3Options options)
{
    private readonly ConcurrentDictionary<string, bool> _acknowledged = new(StringComparer.Ordinal);
    private readonly UploadLine _line = new(options.Clock, options.BytesPerSecond);

    /// <summary>
    /// Returns the receipt, which names the session: the photo is there and nowhere else. May be repeated: the same bytes have the same
    /// name, a name is there once, and what was acknowledged to this very object is not sent again.
    /// </summary>
    public async Task<string> BringAsync(string session, PhotoBody photo, IUploadWatch watch, CancellationToken cancellationToken)
    {
        var name = $"mtpdu_{photo.ContentKey}.jpg";
        var receipt = ReceiptPrefix(session) + name;
        if (_acknowledged.ContainsKey(receipt))
        {
            watch.HandedOver(photo.Length);
        }
        else
        {
            await PostAsync(session, photo, name, watch, cancellationToken);
            _acknowledged[receipt] = true;
        }

        return receipt;
    }

    /// <summary>Begins the receipts of all photos in a session.</summary>
    public static string ReceiptPrefix(string session) => $"{session}/";

    private Task<Answer> PostAsync(string session, PhotoBody photo, string name, IUploadWatch watch, CancellationToken cancellationToken)
    {
        var body = new PhotoUploadBody(photo);
        return retry.RunAsync(
            new Operation($"{options.Name}: sending {Path.GetFileName(photo.Path)}", RetryLimits.ForPhoto(body.Length), FailureKind.PhotoRefused, watch),
            tries => OnceAsync(session, body, name, tries, watch, cancellationToken),
            cancellationToken);
    }

    /// <summary>
    /// A form that is refused is renewed once a try, for it may be stale. Where there is no other, only words about the form lose the
    /// session; any others are about this photo.
    /// </summary>
    private async Task<Answer> OnceAsync(string session, IUploadBody body, string name, Tries tries, IUploadWatch watch, CancellationToken cancellationToken)
    {
        var form = await sessions.FormAsync(session, cancellationToken);
        var answer = await PostAsync(form, body, name, tries, watch, cancellationToken);
        var refusal = Refusal(answer);
        if (refusal is not null && Assumptions.MayBeStaleForm(answer.Status, refusal.Code))
        {
            var renewed = await sessions.RenewAsync(session, form, cancellationToken);
            if (renewed is null && Assumptions.IsOverForm(refusal.Code, refusal.Message))
            {
                throw sessions.Lost(session, $"its form is no longer accepted, and the service gives no new one: {refusal.Message}");
            }

            answer = renewed is null ? answer : await PostAsync(renewed, body, name, tries, watch, cancellationToken);
            refusal = Refusal(answer);
        }

        return refusal is null ? answer : throw new FaultException(refusal);
    }

    private static Fault? Refusal(Answer answer) => answer.IsSuccess && Assumptions.IsStored(answer.Text) ? null : StorageErrors.In(answer);

    private async Task<Answer> PostAsync(UploadForm form, IUploadBody body, string name, Tries tries, IUploadWatch watch, CancellationToken cancellationToken)
    {
        using var deadline = _line.DeadlineFor(tries, offset: 0, body.Length);
        using var content = new PhotoForm(form, name, new BodyCopy(body, offset: 0, deadline, watch, _line.Bandwidth));
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Url) { Content = content };
        var answer = await HttpExchange.SendAsync(client, request, options.Clock, deadline.Source, cancellationToken);
        if (answer.IsSuccess)
        {
            _line.Arrived(deadline);
        }

        return answer;
    }
}
