using System.Globalization;
using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary><c>Offset</c> is required and decimal (§5.3).</summary>
internal sealed class OffsetIsANumber : IRule
{
    public static long Read(Call call) => long.Parse(call.Header("Offset")!, NumberStyles.None, CultureInfo.InvariantCulture);

    public Answer? Refuse(Call call) =>
        long.TryParse(call.Header("Offset"), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? null
            : UploadError.Invalid("Header Offset is missing or no decimal number");
}
