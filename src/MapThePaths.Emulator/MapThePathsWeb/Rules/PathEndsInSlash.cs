using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Rules;

/// <summary>Some addresses need their last slash and send a caller without it there, who then loses his body or token (§2, §3).</summary>
internal sealed class PathEndsInSlash : IRule
{
    public Answer? Refuse(Call call)
    {
        var path = call.Request.Path.Value!;
        return path.EndsWith('/') ? null : Answer.Redirect($"{call.Request.Path.ToUriComponent()}/{call.Request.QueryString}", status: 301);
    }
}
