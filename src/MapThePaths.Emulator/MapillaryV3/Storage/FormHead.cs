using System.IO.Pipelines;
using System.Text;
using System.Text.RegularExpressions;

namespace MapThePaths.Emulator.MapillaryV3.Storage;

/// <summary>Looks ahead into a form without taking anything of it.</summary>
internal static partial class FormHead
{
    private const int Longest = 16 * 1024;

    /// <summary>The file name at the end of the object key; null when the beginning of the form names none.</summary>
    public static async ValueTask<string?> FileNameAsync(PipeReader body, CancellationToken gone)
    {
        while (true)
        {
            var read = await body.ReadAsync(gone);
            var head = Encoding.UTF8.GetString(read.Buffer.Slice(0, Math.Min(read.Buffer.Length, Longest)));
            var key = KeyPart().Match(head);
            var isOver = key.Success || read.IsCompleted || head.Length >= Longest;
            body.AdvanceTo(read.Buffer.Start, isOver ? read.Buffer.Start : read.Buffer.End);
            if (isOver)
            {
                return key.Success ? key.Groups["key"].Value.Split('/')[^1] : null;
            }
        }
    }

    [GeneratedRegex(
        """name="?key"?\r\n(?:[^\r\n]+\r\n)*\r\n(?<key>[^\r\n]*)\r\n""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPart();
}
