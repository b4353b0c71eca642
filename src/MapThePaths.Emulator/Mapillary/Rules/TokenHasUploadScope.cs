using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary>Finishing without the upload scope is worded as an object without permission (§9.2, code 100/33). Our reading.</summary>
internal sealed class TokenHasUploadScope : IRule
{
    public Answer? Refuse(Call call) => GraphToken.MayUpload(call.Token) ? null : GraphError.Unknown("post", "finish_upload");
}
