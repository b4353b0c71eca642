using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.World;

/// <summary>Puts everything where it belongs along the track.</summary>
internal sealed class Landscape
{
    private readonly List<Placement> _placements = [];
    private readonly List<(Vector2 Centre, float Radius)> _taken = [];

    public Landscape()
    {
        Map = new TrackMap(Track);
        Terrain = new Terrain(Track, Map);
        _placements.Add(new Placement(Terrain.Build(), Matrix4x4.Identity));
        AddChalets();
        AddWayside();
        AddNearTrees();
        AddForest();
        AddGrass();
        AddGravel();
        Scene = new Scene(_placements);
    }

    public Track Track { get; } = new();

    public TrackMap Map { get; }

    public Terrain Terrain { get; }

    public Scene Scene { get; }

    private void AddChalets()
    {
        var house = new Chalet(9f, 10.5f, 2.7f, 2.5f).Build();
        var barn = new Chalet(6.5f, 7f, 1.6f, 2.6f).Build();
        Settle(house, Track.Beside(88f, 13f), 8f, 0.5f, 0.4f);
        Settle(barn, Track.Beside(62f, -42f), 6f, 0.35f, 0.7f);
        Settle(house, Track.Beside(140f, -70f), 8f, -0.4f, 0.6f);
    }

    private void AddWayside()
    {
        var fence = Enumerable.Range(0, 44).Select(post => Track.Beside(-14f + (post * 2.6f), -3.1f)).ToList();
        _placements.Add(new Placement(Wayside.Fence(Terrain, fence), Matrix4x4.Identity));
        var wall = Enumerable.Range(0, 23).Select(part => Track.Beside(24f + (part * 1.8f), 3.3f)).ToList();
        _placements.Add(new Placement(Wayside.DryWall(Terrain, wall), Matrix4x4.Identity));
        var sign = Terrain.On(Track.Beside(37.5f, 2.45f));
        _placements.Add(new Placement(Wayside.Signpost(), Turned(-0.12f, 1f) * Matrix4x4.CreateTranslation(sign)));
        AddBoulders();
    }

    private void AddBoulders()
    {
        var dice = new Dice(601);
        Mesh[] boulders = [.. Enumerable.Range(0, 4).Select(kind => Wayside.Boulder(610 + (uint)kind))];
        for (var boulder = 0; boulder < 34; boulder++)
        {
            var place = Track.Beside(dice.Between(-15f, 130f), dice.Between(-40f, 30f));
            var size = 0.2f + (0.9f * MathF.Pow(dice.Next(), 3f));
            if (MathF.Abs(Map.Aside(place)) > 3.6f + size && IsFree(place, size))
            {
                Stand(boulders[boulder % boulders.Length], place, dice.Angle(), size, dice.Next());
            }
        }
    }

    /// <summary>The trees that make the picture, each at a place of its own.</summary>
    private void AddNearTrees()
    {
        Mesh[] spruces = [.. Enumerable.Range(0, 4).Select(kind => Trees.Spruce(701 + (uint)kind, 12f + (2f * kind)))];
        Mesh[] broadleaves = [.. Enumerable.Range(0, 3).Select(kind => Trees.Broadleaf(711 + (uint)kind, 9f + kind))];
        Mesh[] bushes = [.. Enumerable.Range(0, 3).Select(kind => Trees.Bush(721 + (uint)kind, 1.3f))];
        var dice = new Dice(700);
        foreach (var (kind, walked, aside) in ((Mesh, float, float)[])
            [
                (broadleaves[0], 33f, -7.5f), (spruces[1], 16f, 9f), (spruces[3], 24f, 12.5f), (broadleaves[1], 49f, 8f),
                (spruces[0], 60f, 11f), (spruces[2], 66f, 17f), (broadleaves[2], 74f, -8.5f), (spruces[2], 5f, 15f),
                (spruces[1], 112f, 8f), (spruces[3], 118f, -8f), (broadleaves[0], 104f, -11f), (spruces[0], -12f, 8f),
                (broadleaves[1], -18f, -9f), (spruces[3], 96f, 26f), (spruces[2], 103f, 24f), (spruces[1], 128f, 12f),
                (bushes[0], 12f, -5f), (bushes[1], 43f, 5.4f), (bushes[2], 55f, -6f), (bushes[0], 29f, 5.6f), (bushes[1], 80f, 5f),
                (bushes[2], 69f, 5.4f), (bushes[1], 92f, -5.5f), (bushes[0], 3f, 6f),
            ])
        {
            var place = Track.Beside(walked, aside);
            Stand(kind, place, dice.Angle(), dice.Between(0.9f, 1.1f), dice.Next());
            _taken.Add((place, 2f));
        }
    }

    private void AddForest()
    {
        Mesh[] kinds =
        [
            .. Enumerable.Range(0, 3).Select(kind => Trees.Spruce(731 + (uint)kind, 13f + (2f * kind))),
            Trees.Broadleaf(741, 10f),
        ];
        var dice = new Dice(730);
        for (var tree = 0; tree < 15000; tree++)
        {
            var (sin, cos) = MathF.SinCos(dice.Angle());
            var distance = 900f * MathF.Sqrt(dice.Next());
            var place = Track.PointAt(45f) + (new Vector2(cos, sin) * distance);
            var chosen = dice.Next();
            var turn = dice.Angle();
            var size = dice.Between(0.6f, 1.25f);
            var tint = dice.Next();
            if (chosen < ForestDensity(place, distance) && IsFree(place, 3.5f))
            {
                Stand(kinds[(int)(turn * 100f) % (distance < 300f ? kinds.Length : 3)], place, turn, size, tint);
            }
        }
    }

    private float ForestDensity(Vector2 place, float distance)
    {
        var aside = Map.Aside(place);
        var clearing = aside > 0f ? Noise.Step(12f, 34f, aside) : Noise.Step(45f, 150f, -aside);
        var groups = Noise.Step(-0.12f, 0.16f, Noise.Fractal(place / 90f, 3, 41) + (aside > 0f ? 0.06f : -0.05f));
        return clearing * groups * (distance < 400f ? 0.75f : 1f);
    }

    private void AddGrass()
    {
        Mesh[] lawns = [.. Enumerable.Range(0, 4).Select(kind => Meadow.Grass(801 + (uint)kind, 900, 0.15f, kind))];
        Mesh[] tall = [.. Enumerable.Range(0, 4).Select(kind => Meadow.Grass(811 + (uint)kind, 800, 0.36f, 3 + (3 * kind)))];
        var dice = new Dice(800);
        for (var walked = -14f; walked < 118f; walked += 0.62f)
        {
            for (var aside = -26f; aside < 26f; aside += 0.62f)
            {
                var place = Track.Beside(walked + dice.Between(-0.3f, 0.3f), aside + dice.Between(-0.3f, 0.3f));
                var kinds = IsTall(place) ? tall : lawns;
                var kind = kinds[(int)(dice.Next() * kinds.Length)];
                GrowGrass(kind, place, dice);
            }
        }
    }

    private void GrowGrass(Mesh kind, Vector2 place, Dice dice)
    {
        var aside = MathF.Abs(Map.Aside(place));
        var edge = 1.32f + (0.4f * Noise.Smooth(place / 1.1f, 42));
        var strip = aside < 0.3f && Noise.Smooth(place / 1.5f, 43) > 0.05f;
        var turn = dice.Angle();
        var tint = dice.Next();
        if ((aside > edge + 0.3f && IsFree(place, 0f)) || strip)
        {
            var size = strip ? 0.35f : Noise.Lerp(0.6f, 1.1f, Noise.Step(1.3f, 3f, aside)) * dice.Between(0.8f, 1.2f);
            Lay(kind, place, turn, size, tint);
        }
    }

    private bool IsTall(Vector2 place)
    {
        var aside = MathF.Abs(Map.Aside(place));
        return aside > 2.1f && (aside < 3.6f || Noise.Smooth(place / 6f, 44) > 0.25f);
    }

    private void AddGravel()
    {
        Mesh[] kinds = [.. Enumerable.Range(0, 4).Select(kind => Meadow.Gravel(821 + (uint)kind, 170))];
        var dice = new Dice(820);
        for (var walked = -8f; walked < 105f; walked += 0.7f)
        {
            for (var aside = -1.6f; aside <= 1.6f; aside += 0.7f)
            {
                var place = Track.Beside(walked + dice.Between(-0.3f, 0.3f), aside + dice.Between(-0.3f, 0.3f));
                Lay(kinds[(int)(dice.Next() * kinds.Length)], place, dice.Angle(), dice.Between(0.8f, 1.2f), dice.Next());
            }
        }
    }

    private bool IsFree(Vector2 place, float radius) =>
        !_taken.Exists(taken => Vector2.DistanceSquared(taken.Centre, place) < (taken.Radius + radius) * (taken.Radius + radius));

    /// <summary>A building keeps everything else out of its ground.</summary>
    private void Settle(Mesh mesh, Vector2 place, float radius, float turn, float tint)
    {
        Stand(mesh, place, turn, 1f, tint);
        _taken.Add((place + Track.Ahead(-turn) * (radius * 0.6f), radius));
    }

    private void Stand(Mesh mesh, Vector2 place, float turn, float size, float tint) =>
        _placements.Add(new Placement(mesh, Turned(turn, size) * Matrix4x4.CreateTranslation(Terrain.On(place)), tint));

    /// <summary>As <see cref="Stand"/>, but leaning with the ground.</summary>
    private void Lay(Mesh mesh, Vector2 place, float turn, float size, float tint)
    {
        var normal = Terrain.Normal(place, 0.3f);
        var shear = Matrix4x4.Identity;
        shear.M13 = -normal.X / normal.Z;
        shear.M23 = -normal.Y / normal.Z;
        _placements.Add(new Placement(mesh, Turned(turn, size) * shear * Matrix4x4.CreateTranslation(Terrain.On(place)), tint));
    }

    private static Matrix4x4 Turned(float turn, float size) => Matrix4x4.CreateScale(size) * Matrix4x4.CreateRotationZ(turn);
}
