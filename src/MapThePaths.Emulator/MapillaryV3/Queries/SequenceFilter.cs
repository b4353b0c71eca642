using MapThePaths.Emulator.Geo;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Pictures;

namespace MapThePaths.Emulator.MapillaryV3.Queries;

/// <summary>The parameters of a search for sequences (§7). <c>tile</c> and <c>title</c>, of which only the names are known, are refused.</summary>
internal sealed class SequenceFilter(QueryReader query, Accounts accounts)
{
    private readonly OwnerFilter _owner = new(query, accounts);
    private readonly BoundingBox? _box = query.Object("bbox", BoundingBox.Read);
    private readonly bool? _starred = query.Flag("starred");

    /// <summary>One image in the box is enough. Nobody stars anything here.</summary>
    public bool Matches(Sequence sequence) =>
        _owner.Matches(sequence.Owner, sequence.Key, sequence.CapturedAt)
        && (_box is null || sequence.Images.Any(image => _box.Holds(image.Facts.Longitude, image.Facts.Latitude)))
        && _starred != true;
}
