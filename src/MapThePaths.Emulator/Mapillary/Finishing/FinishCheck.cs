using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.Mapillary.Finishing;

/// <summary>
/// What a finish call refers to: handles that are known, alive and the caller's own, in a manifest or zip file that can be read (§6, §7).
/// The document knows no wording for any of these refusals.
/// </summary>
internal sealed class FinishCheck(UploadSessions sessions, TimeProvider time)
{
    /// <summary>The images in sequence order, or why there are none.</summary>
    public (IReadOnlyList<ClusterImage> Images, string? Wrong) Read(Account caller, FinishRequest request)
    {
        if (request.FileType is "mly_camm_video" or "mly_blackvue_video")
        {
            return ([], $"file_type {request.FileType} is known, but this emulator takes no videos");
        }

        if (request.FileType is not ("mly_bundle_manifest" or "zip"))
        {
            return ([], "file_type is none of mly_bundle_manifest, zip, mly_camm_video, mly_blackvue_video");
        }

        if (WrongHandle(caller, request.FileHandle) is { } wrong)
        {
            return ([], wrong);
        }

        var bundle = sessions.ByHandle(request.FileHandle)!;
        return request.FileType == "zip" ? OfZip(bundle) : OfManifest(caller, bundle);
    }

    private static (IReadOnlyList<ClusterImage> Images, string? Wrong) OfZip(UploadSession bundle)
    {
        var (entries, wrong) = ZipBundle.Read(bundle.Path);
        return (entries.Select(entry => new ClusterImage(bundle.Key, entry, Dropped: false)).ToList(), wrong);
    }

    private (IReadOnlyList<ClusterImage> Images, string? Wrong) OfManifest(Account caller, UploadSession bundle)
    {
        var (handles, wrong) = BundleManifest.Read(bundle.Path);
        wrong ??= handles.Select((handle, index) => WrongHandle(caller, handle) is { } why ? $"image_handles[{index}]: {why}" : null)
            .FirstOrDefault(why => why is not null);
        return wrong is null
            ? (handles.Select(handle => new ClusterImage(sessions.ByHandle(handle)!.Key, Entry: null, Dropped: false)).ToList(), null)
            : ([], wrong);
    }

    private string? WrongHandle(Account caller, string handle)
    {
        var session = sessions.ByHandle(handle);
        if (session is null || session.AccountId != caller.Id)
        {
            return "The file handle is unknown";
        }

        return session.Handle!.ExpiresAt <= time.GetUtcNow() ? "The file handle has expired" : null;
    }
}
