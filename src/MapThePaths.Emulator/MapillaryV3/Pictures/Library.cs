using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Uploading;

namespace MapThePaths.Emulator.MapillaryV3.Pictures;

/// <summary>All sequences and images that there are now; private ones only for their owner (§1, §2.2).</summary>
internal sealed class Library(Sessions sessions)
{
    public IEnumerable<Sequence> Sequences(Account? viewer) => sessions.All
        .SelectMany(session => session.Publication?.Sequences(sessions.Now) ?? [])
        .Where(sequence => !sequence.Owner.IsPrivate || sequence.Owner.AccountId == viewer?.Id);

    public IEnumerable<Image> Images(Account? viewer) => Sequences(viewer).SelectMany(sequence => sequence.Images);

    public string PathOf(Image image) => sessions.PathOf(image.File);
}
