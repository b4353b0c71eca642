using MapThePaths.Imagery;

namespace MapThePaths.Tests.Fixtures;

/// <summary>
/// Changes photos at random and sees that each ends in facts or a reason, quickly and in little memory. Everything follows from the
/// seed, so a failure can be repeated.
/// </summary>
public sealed class HeaderFuzz : IDisposable
{
    private const long MostAllocated = 2 << 20;
    private static readonly TimeSpan LongestCase = TimeSpan.FromSeconds(5);
    private static readonly uint[] Borders = [0, 1, 2, 4, 8, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF];

    private static readonly HeaderEdit Edit = new()
    {
        ImageDescription = "{}",
        Position = new Position(47.5, -8.25),
        Altitude = 400,
        Heading = 12.5,
        CapturedAt = new DateTime(2023, 5, 10, 10, 0, 7, 250, DateTimeKind.Utc),
        CameraTime = new DateTimeOffset(2023, 5, 10, 12, 0, 7, 250, TimeSpan.FromHours(2)),
    };

    private readonly IReadOnlyList<byte[]> _photos;
    private readonly Random _random;
    private readonly string _path;
    private readonly FileStream _file;

    public HeaderFuzz(int seed, IReadOnlyList<byte[]> photos)
    {
        _photos = photos;
        _random = new Random(seed);
        _path = Path.GetTempFileName();
        _file = new FileStream(_path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
    }

    /// <summary>How often each ending came: facts, or a defect.</summary>
    public Dictionary<string, int> Endings { get; } = new(StringComparer.Ordinal);

    public int Rewritten { get; private set; }

    /// <summary>Tries one changed photo.</summary>
    /// <exception cref="InvalidOperationException">A promise was broken; the message says which.</exception>
    public void Try()
    {
        var photo = Changed();
        Store(photo);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = TimeProvider.System.GetTimestamp();
        var reading = PhotoReader.Read(_file.SafeFileHandle, TimeProvider.System);
        var header = TryRewrite();
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        CheckReading(reading, photo.Length);
        Check(elapsed < LongestCase, $"took {elapsed}");
        Check(allocated < MostAllocated + photo.Length, $"allocated {allocated} bytes");
        CheckRewrite(header, photo, reading.Facts is not null);
        var ending = reading.Defect?.Code() ?? "facts";
        Endings[ending] = Endings.GetValueOrDefault(ending) + 1;
    }

    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_path);
    }

    private static void CheckReading(PhotoReading reading, int length)
    {
        Check(reading.Size == length, "wrong size");
        Check(reading.Fingerprint.Length == 32, "no fingerprint");
        Check(reading.Defect is null != reading.Facts is null, "neither facts nor a defect, or both");
        if (reading.Facts is { } facts)
        {
            Check(facts.Position is not { IsOnEarth: false }, "position off the earth");
            Check(facts.Heading is null or { Degrees: >= 0 and < 360 }, "heading out of range");
            Check(facts.Orientation is >= 1 and <= 8, "orientation out of range");
            Check(facts.Altitude is null || double.IsFinite(facts.Altitude.Value), "altitude is no number");
            Check(facts.Time is null || (facts.Time.Value.Kind == DateTimeKind.Utc) == facts.Time.IsUtc, "time of unclear kind");
        }
    }

    private static void Check(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException(fault);
        }
    }

    private RewrittenHeader? TryRewrite()
    {
        try
        {
            return HeaderWriter.Rewrite(_file.SafeFileHandle, Edit);
        }
        catch (HeaderRefusedException)
        {
            return null;
        }
    }

    /// <summary>A rewritten header must be a header again that says what was written; a usable photo stays one.</summary>
    private void CheckRewrite(RewrittenHeader? header, byte[] photo, bool hadFacts)
    {
        if (header is null)
        {
            return;
        }

        Rewritten++;
        Check(header.TailOffset <= photo.Length, "tail begins past the end");
        Store([.. header.Bytes.Span, .. photo.AsSpan((int)header.TailOffset)]);
        var reading = PhotoReader.Read(_file.SafeFileHandle, TimeProvider.System);
        Check(reading.Facts is not null || !hadFacts, $"a usable photo became {reading.Defect}");
        if (reading.Facts is { } facts)
        {
            Check(facts.Position == Edit.Position, $"position reads back as {facts.Position}");
            Check(facts.Altitude == Edit.Altitude, $"altitude reads back as {facts.Altitude}");
            Check(facts.Heading?.Degrees == Edit.Heading, $"heading reads back as {facts.Heading}");
            Check(facts.Time?.Value == Edit.CapturedAt, $"time reads back as {facts.Time}");
            Check(
                facts.CameraTime == Edit.CameraTime?.DateTime && facts.CameraOffset == Edit.CameraTime?.Offset,
                $"the camera's time reads back as {facts.CameraTime} {facts.CameraOffset}");
        }
    }

    private void Store(byte[] bytes)
    {
        _file.SetLength(bytes.Length);
        RandomAccess.Write(_file.SafeFileHandle, bytes, 0);
    }

    private byte[] Changed()
    {
        var bytes = _photos[_random.Next(_photos.Count)].ToArray();
        for (var changes = _random.Next(1, 8); changes > 0 && bytes.Length > 8; changes--)
        {
            bytes = Change(bytes);
        }

        return bytes;
    }

    private byte[] Change(byte[] bytes)
    {
        var at = _random.Next(bytes.Length - 4);
        switch (_random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 1:
                bytes[at] = (byte)_random.Next(256);
                return bytes;
            case 2:
                Put(bytes.AsSpan(at, 2), Borders[_random.Next(Borders.Length)]);
                return bytes;
            case 3:
                Put(bytes.AsSpan(at, 4), Borders[_random.Next(Borders.Length)]);
                return bytes;
            case 4:
                Put(bytes.AsSpan(at, 4), (uint)_random.Next(bytes.Length));
                return bytes;
            case 5:
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(_random.Next(at, bytes.Length))];
            case 6:
                var from = _random.Next(bytes.Length);
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(from, _random.Next(bytes.Length - from)), .. bytes.AsSpan(at)];
            default:
                return _random.Next(10) == 0 ? bytes[..at] : Crossed(bytes, at);
        }
    }

    /// <summary>The start of one photo and the rest of another.</summary>
    private byte[] Crossed(byte[] bytes, int at)
    {
        var other = _photos[_random.Next(_photos.Count)];
        return [.. bytes.AsSpan(0, at), .. other.AsSpan(Math.Min(at, other.Length))];
    }

    private void Put(Span<byte> target, uint number)
    {
        var reversed = _random.Next(2) == 0;
        for (var i = 0; i < target.Length; i++)
        {
            target[reversed ? target.Length - 1 - i : i] = (byte)(number >> (8 * i));
        }
    }
}
