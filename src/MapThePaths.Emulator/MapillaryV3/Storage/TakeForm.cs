using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Hosting;
using MapThePaths.Emulator.MapillaryV3.Uploading;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MapThePaths.Emulator.MapillaryV3.Storage;

/// <summary>
/// POST to a session's <c>url</c> (§6.2): one photo as a form with a known length, its file last. All of it is kept or nothing. The token
/// and the app play no part and must not be there, and the session may be long published.
/// </summary>
internal sealed class TakeForm(Sessions sessions, FormPolicy policy, Link link, long keptBytesPerFile) : IOperation
{
    private const int BufferSize = 64 * 1024;

    public IReadOnlyList<IRule> Rules { get; } = [];

    public FaultTarget Target(Call call) => FaultTarget.V3Upload;

    public ValueTask<string?> KeyAsync(Call call) => FormHead.FileNameAsync(call.Request.BodyReader, call.Gone);

    public async Task<Answer> AnswerAsync(Call call)
    {
        if (call.Header("Authorization") is not null || call.Request.Query.Count > 0)
        {
            return S3Error.TwoProofs;
        }

        if (call.Request.ContentLength is null)
        {
            return S3Error.LengthMissing;
        }

        if (Boundary(call) is not { } boundary)
        {
            return S3Error.NoForm;
        }

        try
        {
            return await ReadAsync(call, new MultipartReader(boundary, call.Request.BodyReader.AsStream(), BufferSize));
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException && !call.Gone.IsCancellationRequested)
        {
            return S3Error.Malformed;
        }
    }

    private static string? Boundary(Call call) =>
        MediaTypeHeaderValue.TryParse(call.Request.ContentType, out var type)
        && type.MediaType == "multipart/form-data"
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } boundary
            ? boundary
            : null;

    /// <summary>What comes after the file is ignored (§6.2).</summary>
    private async Task<Answer> ReadAsync(Call call, MultipartReader parts)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await parts.ReadNextSectionAsync(call.Gone) is { } part)
        {
            var name = HeaderUtilities.RemoveQuotes(part.GetContentDispositionHeader()?.Name ?? "").ToString();
            if (name.Equals("file", StringComparison.OrdinalIgnoreCase))
            {
                return policy.Refuse(fields, sessions.Now) ?? await StoreAsync(call, fields["key"], part.Body);
            }

            using var value = new StreamReader(part.Body);
            if (!fields.TryAdd(name, await value.ReadToEndAsync(call.Gone)))
            {
                return S3Error.Twice(name);
            }
        }

        return S3Error.NoFile;
    }

    /// <summary>The policy has seen to it that the key begins with the prefix of a session of ours.</summary>
    private async Task<Answer> StoreAsync(Call call, string key, Stream photo)
    {
        var session = sessions.Find(key.Split('/')[3])!;
        var path = sessions.NewFile();
        var intake = new PhotoIntake(new Pace(link, call.Faults), keptBytesPerFile, call.Faults.Amount(FaultEffect.DropAfter));
        if (await intake.TakeAsync(photo, path, call.Gone) is not { } bytes)
        {
            File.Delete(path);
            return Answer.Cut;
        }

        sessions.Take(session, key[session.KeyPrefix.Length..], path, bytes);
        return Answer.Empty(204) with { Headers = [new("Location", call.Origin + Bucket.Path + Uri.EscapeDataString(key))] };
    }
}
