using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Http;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary><c>Content-Type: application/json</c> (§7).</summary>
internal sealed class BodyIsJson : IRule
{
    public Answer? Refuse(Call call) => call.Request.HasJsonContentType() ? null : GraphError.NoJson;
}
