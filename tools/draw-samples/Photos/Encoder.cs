using System.Diagnostics;
using System.Globalization;

namespace DrawSamples.Photos;

/// <summary>Hands raw pixels to ffmpeg, which makes a plain JPEG of them.</summary>
internal static class Encoder
{
    /// <summary>In the words of ffmpeg, where 1 is the best: about 120 kB for a photo.</summary>
    private const string Quality = "7";

    public static async Task WriteAsync(string file, Picture picture)
    {
        using var ffmpeg = Start(file, picture);
        await ffmpeg.StandardInput.BaseStream.WriteAsync(picture.Pixels);
        ffmpeg.StandardInput.Close();
        await ExternalTool.FinishAsync(ffmpeg);
    }

    private static Process Start(string file, Picture picture)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{picture.Width}x{picture.Height}");
        var start = new ProcessStartInfo("ffmpeg",
        [
            "-v", "error", "-y",
            "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-i", "-",
            "-frames:v", "1", "-vf", "scale=out_range=full:flags=accurate_rnd+full_chroma_int", "-pix_fmt", "yuvj420p",
            "-c:v", "mjpeg", "-huffman", "optimal", "-q:v", Quality,
            "-flags", "+bitexact", "-threads", "1",
            "-update", "1", "-f", "image2", file,
        ])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        return ExternalTool.Start(start);
    }
}
