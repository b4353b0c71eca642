namespace MapThePaths.Imagery;

/// <summary>
/// Which part of a full sphere the picture covers: XMP GPano, "Photo Sphere XMP Metadata". All lengths in pixels of the
/// full panorama, which may be larger than the file's own picture when it was scaled afterwards.
/// </summary>
/// <param name="FullWidth">GPano:FullPanoWidthPixels, the width of 360°.</param>
/// <param name="FullHeight">GPano:FullPanoHeightPixels, the height of 180°.</param>
/// <param name="Width">GPano:CroppedAreaImageWidthPixels.</param>
/// <param name="Height">GPano:CroppedAreaImageHeightPixels.</param>
/// <param name="Left">GPano:CroppedAreaLeftPixels, from the left border of the full panorama.</param>
/// <param name="Top">GPano:CroppedAreaTopPixels, from the top border of the full panorama.</param>
public sealed record PanoramaCrop(int FullWidth, int FullHeight, int Width, int Height, int Left, int Top);
