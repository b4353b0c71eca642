using System.Numerics;
using DrawSamples.Geometry;
using DrawSamples.Light;

namespace DrawSamples.Photos;

/// <summary>Gathers the light of each pixel and develops it to bytes as a camera would: curve, colour, grain.</summary>
internal sealed class Darkroom(Tracer tracer, int samples)
{
    private const float Exposure = 0.80f;
    private const float Softness = 1.35f;
    private const float Grain = 0.006f;

    /// <summary>Red, green and blue bytes, row by row, of the picture at one <paramref name="reduction"/>-th of its size.</summary>
    public byte[] Develop(Camera camera, int reduction, uint seed)
    {
        var (width, height) = (camera.Width / reduction, camera.Height / reduction);
        var pixels = new byte[width * height * 3];
        Parallel.For(0, height, row =>
        {
            var dice = new Dice((seed * 100003u) + (uint)row);
            for (var column = 0; column < width; column++)
            {
                var light = Gather(camera, new Vector2(column, row), new Vector2(width, height), dice);
                Write(pixels.AsSpan(((row * width) + column) * 3, 3), light, dice);
            }
        });
        return pixels;
    }

    private Vector3 Gather(Camera camera, Vector2 pixel, Vector2 size, Dice dice)
    {
        var sum = Vector3.Zero;
        for (var sample = 0; sample < samples; sample++)
        {
            var place = (pixel + new Vector2(0.5f) + Spread(sample, dice)) / size;
            var light = tracer.Light(camera.Through(place), dice) * camera.Falloff(place);
            sum += Vector3.Min(light, new Vector3(6f));
        }

        return sum / samples;
    }

    /// <summary>The samples of a pixel share it out by the R2 sequence, so that few of them cover it well.</summary>
    private static Vector2 Spread(int sample, Dice dice)
    {
        var x = ((sample + 0.5f) * 0.7548777f) + (dice.Next() * 0.3f);
        var y = ((sample + 0.5f) * 0.5698403f) + (dice.Next() * 0.3f);
        return new Vector2(x - MathF.Floor(x) - 0.5f, y - MathF.Floor(y) - 0.5f) * Softness;
    }

    private static void Write(Span<byte> pixel, Vector3 light, Dice dice)
    {
        var grain = Grain * (dice.Next() + dice.Next() + dice.Next() - 1.5f) * 2f;
        for (var channel = 0; channel < 3; channel++)
        {
            var value = Curve(light[channel] * Exposure) + grain + (Grain * (dice.Next() - 0.5f));
            pixel[channel] = (byte)Math.Clamp((value * 255f) + 0.5f, 0f, 255f);
        }
    }

    /// <summary>The filmic curve of Narkowicz, which rolls off bright light, then the sRGB one.</summary>
    private static float Curve(float light)
    {
        var film = Math.Clamp((light * ((2.51f * light) + 0.03f)) / ((light * ((2.43f * light) + 0.59f)) + 0.14f), 0f, 1f);
        return film <= 0.0031308f ? film * 12.92f : (1.055f * MathF.Pow(film, 1f / 2.4f)) - 0.055f;
    }
}
