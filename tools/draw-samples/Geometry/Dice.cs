namespace DrawSamples.Geometry;

/// <summary>A small generator of its own, so that a seed means the same scene under every version of the runtime.</summary>
internal sealed class Dice(uint seed)
{
    private uint _state = Noise.Mix(seed + 0x9E3779B9u);

    /// <summary>From 0 up to, not including, 1.</summary>
    public float Next()
    {
        _state = (_state * 747796405u) + 2891336453u;
        return (Noise.Mix(_state) >> 8) * (1f / 16777216f);
    }

    public float Between(float low, float high) => low + ((high - low) * Next());

    public float Angle() => Between(0f, MathF.Tau);

    public uint Seed() => (uint)(Next() * 16777216f);
}
