using MapThePaths.Imagery.Exif;
using MapThePaths.Imagery.Xmp;

namespace MapThePaths.Imagery.Facts;

/// <summary>Lists what is doubtful about the chosen facts.</summary>
internal static class CaptureDoubts
{
    private static readonly TimeSpan LargestZone = TimeSpan.FromHours(14);
    private static readonly TimeSpan LargestDrift = TimeSpan.FromHours(12);

    // A camera's clock may be a little ahead of the computer's.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);
    private static readonly DateTime Year2000 = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static IReadOnlyList<string> About(CaptureFacts facts, ExifValues exif, XmpProperties xmp, DateTimeOffset now)
    {
        var warnings = new List<string>();
        AddIf(facts.Time is { IsUtc: false }, CaptureWarning.TimeZoneUnknown);
        AddIf(IsGpsDateOff(facts), CaptureWarning.GpsDateOff);
        AddIf(facts.Time?.Value < Year2000, CaptureWarning.TimeBefore2000);
        AddIf(facts.Time is { } time && IsInFuture(time, now), CaptureWarning.TimeInFuture);
        AddIf(facts.Heading?.Reference == NorthReference.MagneticNorth, CaptureWarning.HeadingMagnetic);
        AddIf(exif.IsHemisphereUnknown, CaptureWarning.HemisphereUnknown);
        AddIf(exif.IsWithoutFix && exif.Position is not null, CaptureWarning.GpsWithoutFix);
        AddIf(exif.IsDamaged, CaptureWarning.ExifDamaged);
        AddIf(xmp.IsDamaged, CaptureWarning.XmpDamaged);
        return warnings;

        void AddIf(bool holds, string code)
        {
            if (holds)
            {
                warnings.Add(code);
            }
        }
    }

    /// <summary>The real case: a Nikon Coolpix P6000 whose GPS date runs one day ahead.</summary>
    private static bool IsGpsDateOff(CaptureFacts facts)
    {
        if (facts.GpsTime is not { } gps || facts.CameraTime is not { } camera)
        {
            return false;
        }

        return facts.CameraOffset is { } offset
            ? (camera - offset - gps).Duration() > LargestDrift
            : (camera - gps).Duration() > LargestZone + ClockSlack;
    }

    private static bool IsInFuture(CaptureTime time, DateTimeOffset now)
    {
        var slack = time.IsUtc ? ClockSlack : LargestZone;
        return time.Value > now.UtcDateTime + slack;
    }
}
