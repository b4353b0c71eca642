using System.Security.Cryptography;

namespace MapThePaths.Emulator.Identity;

/// <summary>Unguessable texts in the shapes that the document shows.</summary>
internal static class RandomText
{
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string Letters(int length) => RandomNumberGenerator.GetString(LettersAndDigits, length);

    public static string Hex(int length) => RandomNumberGenerator.GetHexString(length, lowercase: true);

    /// <summary>A decimal string without a leading zero.</summary>
    public static string Digits(int length) =>
        RandomNumberGenerator.GetString("123456789", 1) + RandomNumberGenerator.GetString("0123456789", length - 1);
}
