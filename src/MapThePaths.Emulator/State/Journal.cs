using System.Text.Json;

namespace MapThePaths.Emulator.State;

/// <summary>
/// An append-only file. A line counts once its line end is there: what a killed process left of a last line is cut off.
/// Nothing is flushed to the disk itself: it outlives the process, not a power failure.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file;

    private Journal(FileStream file, IReadOnlyList<JournalEntry> past)
    {
        _file = file;
        Past = past;
    }

    /// <summary>What earlier emulators wrote, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Past { get; }

    /// <summary>Goes on with the file, or begins it.</summary>
    /// <exception cref="IOException">Another emulator holds the file.</exception>
    public static Journal Open(string path)
    {
        var file = OpenFile(path);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        var whole = content.AsSpan().LastIndexOf((byte)'\n') + 1;
        file.SetLength(whole);
        file.Seek(whole, SeekOrigin.Begin);
        return new Journal(file, Read(content.AsSpan(0, whole)));
    }

    public void Write(JournalEntry entry)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Default.JournalEntry), (byte)'\n'];
        lock (_gate)
        {
            _file.Write(line);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException failure) when (IsHeldByAnother(failure))
        {
            throw new IOException($"another emulator keeps its state in {Path.GetDirectoryName(path)}. End that one, or take another folder.", failure);
        }
    }

    // EWOULDBLOCK of a lock (11 on Linux, 35 on macOS), a sharing or lock violation on Windows.
    private static bool IsHeldByAnother(IOException failure) => (failure.HResult & 0xFFFF) is var code && (OperatingSystem.IsWindows() ? code is 32 or 33 : code is 11 or 35);

    private static List<JournalEntry> Read(ReadOnlySpan<byte> lines)
    {
        var entries = new List<JournalEntry>();
        foreach (var range in lines.Split((byte)'\n'))
        {
            var line = lines[range];
            if (!line.IsEmpty)
            {
                entries.Add(JsonSerializer.Deserialize(line, JournalJson.Default.JournalEntry)!);
            }
        }

        return entries;
    }
}
