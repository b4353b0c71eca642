using System.Globalization;
using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary><c>X-Entity-Length</c> is optional: the whole file's bytes (§5.3, older protocol).</summary>
internal sealed class EntityLengthIsANumber : IRule
{
    private const string Name = "X-Entity-Length";

    public static long? Read(Call call) =>
        call.Header(Name) is { } text ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    public Answer? Refuse(Call call)
    {
        var text = call.Header(Name);
        var kept = text is null || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return kept ? null : UploadError.Invalid($"Header {Name} is no decimal number");
    }
}
