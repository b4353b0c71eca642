using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary>The client chooses the key (§5.1); ours end up as file names, hence the limit. The document gives none.</summary>
internal sealed class SessionKeyIsAName : IRule
{
    private const int LongestKey = 200;

    public Answer? Refuse(Call call) => call.InRoute("key") is { Length: <= LongestKey }
        ? null
        : UploadError.Invalid($"A session key has at most {LongestKey} characters");
}
