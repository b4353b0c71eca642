using System.Globalization;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A walk of small real photos, two seconds and five metres apart: <c>AWalk.Of(6).WithPauseBefore(3).SaveTo(folder)</c>.</summary>
public sealed class AWalk
{
    private static readonly DateTime Start = new(2023, 5, 10, 10, 0, 0, 250, DateTimeKind.Utc);

    private readonly int _photos;
    private readonly List<int> _pauses = [];
    private int _size;
    private double _latitude = 47.1;

    private AWalk(int photos) => _photos = photos;

    public static AWalk Of(int photos) => new(photos);

    /// <summary>Two minutes go by before photo <paramref name="photo"/>, counted from 1.</summary>
    public AWalk WithPauseBefore(int photo)
    {
        _pauses.Add(photo);
        return this;
    }

    public AWalk OfSize(int bytes)
    {
        _size = bytes;
        return this;
    }

    /// <summary>Another place: another program wrote other positions into the same pictures.</summary>
    public AWalk Elsewhere()
    {
        _latitude = 46.2;
        return this;
    }

    public static string NameOf(int photo) => $"walk{photo:00}.jpg";

    /// <summary>When photo <paramref name="photo"/> was taken.</summary>
    public DateTime TakenAt(int photo) =>
        Start.AddSeconds(2 * photo).AddMinutes(2 * _pauses.Count(pause => photo >= pause));

    public APhoto Photo(int photo) => APhoto
        .At(_latitude + (photo * 0.00005), 8.5)
        .Altitude(500 + photo)
        .Facing(10 * photo % 360)
        .TakenUtc(TakenAt(photo).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture))
        .Camera("Trek", "One")
        .OfSize(_size);

    /// <returns>The folder, which is made if need be.</returns>
    public string SaveTo(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var photo = 1; photo <= _photos; photo++)
        {
            Photo(photo).SaveTo(Path.Combine(folder, NameOf(photo)));
        }

        return folder;
    }
}
