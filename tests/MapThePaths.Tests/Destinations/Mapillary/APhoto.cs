using MapThePaths.Core.Destinations;

namespace MapThePaths.Tests.Destinations.Mapillary;

/// <summary>A file of recognisable bytes, sent with another header than it has.</summary>
internal sealed class APhoto : IDisposable
{
    private const int OldHeader = 10;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"photo-{Guid.NewGuid():n}.jpg");

    public APhoto(int length = 1_000, int header = 20)
    {
        var file = new byte[length - header + OldHeader];
        new Random(length).NextBytes(file);
        var newHeader = Enumerable.Repeat((byte)'H', header).ToArray();
        File.WriteAllBytes(_path, file);
        Bytes = [.. newHeader, .. file.AsSpan(OldHeader)];
        Body = new PhotoBody(_path, "f77f2d2f351a54a14b347fa30e9e73d9", newHeader, OldHeader, file.Length);
    }

    public PhotoBody Body { get; }

    /// <summary>What names its upload session on the day that a <see cref="Fixtures.ManualTime"/> begins with.</summary>
    public string Key => $"mtpdu_{Body.ContentKey}_20260501.jpg";

    /// <summary>Its name in an upload session of API v3.</summary>
    public string Name => $"mtpdu_{Body.ContentKey}.jpg";

    /// <summary>What has to arrive.</summary>
    public byte[] Bytes { get; }

    public void ShrinkTo(long bytes)
    {
        using var file = File.OpenWrite(_path);
        file.SetLength(bytes);
    }

    public void Vanish() => File.Delete(_path);

    public void Dispose() => File.Delete(_path);
}
