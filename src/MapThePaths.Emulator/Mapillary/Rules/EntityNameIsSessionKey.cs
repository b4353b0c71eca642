using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary><c>X-Entity-Name</c> is the session key again (§5.3).</summary>
internal sealed class EntityNameIsSessionKey : IRule
{
    public Answer? Refuse(Call call)
    {
        var name = call.Header("X-Entity-Name");
        if (name is null)
        {
            return UploadError.Invalid("Header X-Entity-Name is missing");
        }

        return name == call.InRoute("key") ? null : UploadError.Invalid("Header X-Entity-Name is not the session key");
    }
}
