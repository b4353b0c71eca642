using System.Numerics;
using System.Runtime.InteropServices;

namespace DrawSamples.Paint;

/// <summary>
/// How a place answers light. Glow is the share of sun that shines through from behind, Openness the share of sky
/// that reaches it, Gloss how much of a mirror it is.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Surface(Vector3 Colour, Vector3 Normal, float Glow = 0f, float Openness = 1f, float Gloss = 0f);
