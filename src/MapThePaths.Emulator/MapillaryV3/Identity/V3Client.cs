using System.Text;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.MapillaryV3.Identity;

/// <summary>The registered app of API v3.</summary>
internal static class V3Client
{
    public static ClientRegistered Of(Accounts accounts) => accounts.ClientOf(V3Token.Kind.Service, Register);

    /// <summary>Base64 of <c>user key:16 hex digits</c> (§2.1), with padding, so that a client must percent-encode it.</summary>
    private static ClientRegistered Register()
    {
        var id = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{RandomText.Letters(20)}:{RandomText.Hex(16)}"));
        return new ClientRegistered(V3Token.Kind.Service, id, RandomText.Hex(32));
    }
}
