using System.Security.Cryptography;
using System.Text;

namespace MapThePaths.Emulator.Identity;

/// <summary>
/// 22 characters of letters, digits, <c>-</c> and <c>_</c>, as Mapillary's keys look; the same for the same text, also after a restart.
/// </summary>
internal static class OpaqueKey
{
    private const int Length = 22;

    public static string Of(string text) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))).Replace('+', '-').Replace('/', '_')[..Length];
}
