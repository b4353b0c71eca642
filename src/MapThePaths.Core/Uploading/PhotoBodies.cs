using System.Security.Cryptography;
using System.Text;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Uploading;

/// <summary>Makes the bytes that are sent of a photo: a new header in front of the file's own rest.</summary>
internal static class PhotoBodies
{
    /// <returns>The body, for the caller to dispose of; or why the file cannot be sent.</returns>
    public static (PhotoBody? Body, Reason? Reason) Open(PhotoToSend photo)
    {
        var (file, whyNot) = new PhotoFile(photo.Path, photo.Size, photo.ModifiedAt).Open();
        if (file is null)
        {
            return (null, whyNot);
        }

        var (header, refused) = HeaderEdits.Rewrite(file, photo.Description, photo.Gps);
        if (header is null)
        {
            file.Dispose();
            return (null, refused);
        }

        return (new PhotoBody(photo.Path, ContentKey(photo, header.Bytes.Span), header.Bytes, header.TailOffset, photo.Size, photo.ModifiedAt, file), null);
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
