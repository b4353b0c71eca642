namespace MapThePaths.Imagery;

/// <summary>The surface that an altitude is counted from; sea level and ellipsoid lie up to about 100 m apart.</summary>
public enum AltitudeReference
{
    /// <summary>The file does not say, or there is no altitude.</summary>
    Unknown,

    /// <summary>
    /// EXIF GPS 0x0005: 0 (above) or 1 (below) up to EXIF 2.32, 2 or 3 from EXIF 3.0 on. Cameras that write 0 may mean the ellipsoid all
    /// the same: before 3.0 they could not say so.
    /// </summary>
    SeaLevel,

    /// <summary>The WGS 84 ellipsoid. EXIF GPS 0x0005: 0 or 1 where EXIF 0x9000 ExifVersion is at least 3.0 (EXIF 3.0, 4.6.7.1.6).</summary>
    Ellipsoid,
}
