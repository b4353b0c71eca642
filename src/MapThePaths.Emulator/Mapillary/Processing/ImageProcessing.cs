using System.Globalization;
using System.IO.Compression;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.Photos;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.Mapillary.Processing;

/// <summary>Cluster to images (§8): unusable photos are dropped, the client's grouping is kept, at most 1000 images a sequence (§11); a fault rule
/// may cut shorter ones, as the service does at gaps (§14).</summary>
internal sealed class ImageProcessing(UploadSessions sessions)
{
    private const int LongestSequence = 1000;

    public IReadOnlyList<ProcessedImage> Process(ClusterMade cluster)
    {
        var images = cluster.Images.Select((image, index) => ProcessOne(cluster, image, index)).ToList();
        var sequences = images.Where(image => image.IsVisible)
            .OrderBy(image => image.Facts.CapturedAt)
            .Chunk(cluster.Split ?? LongestSequence)
            .SelectMany((members, part) => members.Select(member => (member.Id, Sequence: SequenceId(cluster.Id, part))))
            .ToDictionary(member => member.Id, member => member.Sequence, StringComparer.Ordinal);
        return [.. images.Select(image => image with { SequenceId = sequences.GetValueOrDefault(image.Id, "") })];
    }

    private ProcessedImage ProcessOne(ClusterMade cluster, ClusterImage image, int index)
    {
        var facts = ReadPhoto(cluster.AccountId, image);
        var id = (cluster.FirstImageId + index).ToString(CultureInfo.InvariantCulture);
        var dropped = image.Dropped ? "dropped by a fault rule" : PhotoFacts.WhyUnusable(facts);
        return new ProcessedImage(
            id, "", cluster.AccountId, cluster.OrganizationId, image.Key, image.Entry, facts ?? new PhotoFacts(), dropped);
    }

    private PhotoFacts? ReadPhoto(string accountId, ClusterImage image)
    {
        var session = sessions.Find(accountId, image.Key);
        if (session is null || session.Length == 0)
        {
            return null;
        }

        using var file = File.OpenRead(session.Path);
        return image.Entry is null ? PhotoReader.Read(file) : ReadEntry(file, image.Entry);
    }

    private static PhotoFacts? ReadEntry(FileStream file, string name)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        using var entry = zip.GetEntry(name)!.Open();
        return PhotoReader.Read(entry);
    }

    /// <summary>22 characters, not numeric (§9.1); the same after a restart.</summary>
    private static string SequenceId(string clusterId, int part) => OpaqueKey.Of($"{clusterId}/{part}");
}
