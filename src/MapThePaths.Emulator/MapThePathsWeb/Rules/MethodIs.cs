using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Rules;

/// <summary>Checked after the sign-in, as the framework does.</summary>
internal sealed class MethodIs(string method) : IRule
{
    public Answer? Refuse(Call call) =>
        call.Request.Method == method ? null : WebError.Detail(405, $"Method \"{call.Request.Method}\" not allowed.");
}
