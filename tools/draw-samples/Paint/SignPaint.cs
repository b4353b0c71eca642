using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.Paint;

/// <summary>Yellow plates with lines of lettering that no one can read from the trail.</summary>
internal static class SignPaint
{
    private const float LineHeight = 0.075f;
    private const float LetterWidth = 0.032f;

    public static Surface Plate(in Hit hit)
    {
        var yellow = new Vector3(0.78f, 0.55f, 0.03f);
        return new Surface(IsInk(hit) ? new Vector3(0.03f) : yellow, hit.Normal, Gloss: 0.06f);
    }

    private static bool IsInk(in Hit hit)
    {
        var line = hit.Local.Z / LineHeight;
        var letter = hit.Local.X / LetterWidth;
        var (lineIndex, letterIndex) = ((int)MathF.Floor(line), (int)MathF.Floor(letter));
        var written = Noise.Cell(letterIndex / 5, lineIndex, 151) > 0.25f && Noise.Cell(letterIndex, lineIndex, 152) > 0.12f;
        var stroke = Noise.Cell((int)MathF.Floor(letter * 3f), (int)MathF.Floor(line * 5f), 153) > 0.35f;
        return written && stroke && line - lineIndex is > 0.22f and < 0.78f && letter - letterIndex > 0.22f;
    }
}
