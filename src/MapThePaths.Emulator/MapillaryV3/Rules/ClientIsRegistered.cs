using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Rules;

/// <summary>Every call names the app in <c>client_id</c>, also with a token (§1).</summary>
internal sealed class ClientIsRegistered(string clientId) : IRule
{
    public Answer? Refuse(Call call) => call.Query("client_id") == clientId ? null : V3Error.Unauthorized;
}
