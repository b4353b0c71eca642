using System.Security.Cryptography;
using System.Text;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;

namespace MapThePaths.Core.Uploading;

/// <summary>Makes the bytes that are sent of a photo: a new header in front of the file's own rest.</summary>
internal static class PhotoBodies
{
    /// <returns>The body, or why the file cannot be sent.</returns>
    public static (PhotoBody? Body, Reason? Reason) Open(PhotoToSend photo)
    {
        if (FileBehind(photo.Path) is not { } file)
        {
            return (null, Reason.FileMissing);
        }

        if (file.Length != photo.Size || FileTime.Of(file) != photo.ModifiedAt)
        {
            return (null, Reason.ChangedSinceImport);
        }

        try
        {
            var header = HeaderWriter.Rewrite(photo.Path, HeaderEdits.Of(photo.Description, photo.Gps));
            return (new PhotoBody(photo.Path, ContentKey(photo, header.Bytes.Span), header.Bytes, header.TailOffset, photo.Size, photo.ModifiedAt), null);
        }
        catch (HeaderRefusedException refused)
        {
            return (null, refused.Refusal == HeaderRefusal.PicturesWouldMove ? Reason.SecondPictureWouldBeLost : Reason.NoRoomForMetadata);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, Reason.Unreadable);
        }
    }

    /// <summary>A link's own size and time say nothing about the photo. Null when nothing is there.</summary>
    private static FileInfo? FileBehind(string path)
    {
        var file = new FileInfo(path);
        var behind = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true);
        return behind is FileInfo { Exists: true } found ? found : null;
    }

    /// <summary>A file of the user's that failed on its way out is his to mend; anything else is the destination's word.</summary>
    public static Reason WhyRefused(DestinationException failure) => failure.Code switch
    {
        "unreadable" => Reason.Unreadable,
        "changed-while-sending" => Reason.ChangedSinceImport,
        _ => Reason.RefusedByDestination,
    };

    // The fingerprint stands for the rest of the file, the header for what was written into it.
    private static string ContentKey(PhotoToSend photo, ReadOnlySpan<byte> header)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(photo.Fingerprint));
        hash.AppendData(header);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
