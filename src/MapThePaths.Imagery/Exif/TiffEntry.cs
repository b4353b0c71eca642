namespace MapThePaths.Imagery.Exif;

/// <summary>One entry of a directory, checked: its value lies inside the block, or the entry is broken.</summary>
/// <param name="Tag">Number of the tag.</param>
/// <param name="Type">See <see cref="TiffType"/>.</param>
/// <param name="Count">Values, not bytes.</param>
/// <param name="Position">Of the entry's 12 bytes in the block.</param>
/// <param name="ValuePosition">Of the first value in the block; negative when the entry is broken.</param>
internal readonly record struct TiffEntry(ushort Tag, ushort Type, uint Count, int Position, int ValuePosition)
{
    public const int Size = 12;
    private const int InlineLimit = 4;

    public bool IsBroken => ValuePosition < 0;

    public long ValueLength => Count * (long)TiffType.SizeOf(Type);

    /// <summary>True when the entry holds an offset to its value rather than the value.</summary>
    public bool PointsElsewhere => ValueLength > InlineLimit;
}
