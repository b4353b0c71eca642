using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace MapThePaths.Emulator.Mapillary.Uploading;

/// <summary>The bytes of one session key of one user. The file's length is the offset, so that a killed process loses nothing.</summary>
internal sealed class UploadSession(string accountId, string key, string path, long length, long kept) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _length = length;

    public string AccountId => accountId;

    public string Key => key;

    public string Path => path;

    public long Length => Volatile.Read(ref _length);

    /// <summary>Null until the file is complete.</summary>
    public FileHandle? Handle { get; set; }

    /// <summary>One line for each POST before the last, also for one that broke off; what a handle of several lines is made of.</summary>
    public List<string> Lines { get; } = [];

    public Task WaitForTurnAsync(CancellationToken cancellation) => _turn.WaitAsync(cancellation);

    public void EndTurn() => _turn.Release();

    public SafeFileHandle Open() => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Only whoever has the turn appends.</summary>
    public void Append(SafeFileHandle file, in ReadOnlySequence<byte> bytes)
    {
        var room = Math.Max(0, kept - _length);
        Write(file, bytes.Length <= room ? bytes : bytes.Slice(0, room));
        Volatile.Write(ref _length, _length + bytes.Length);
    }

    /// <summary>The far side lost the session: it begins again at 0.</summary>
    public void Forget()
    {
        File.Delete(path);
        Handle = null;
        Lines.Clear();
        Volatile.Write(ref _length, 0);
    }

    public void Dispose() => _turn.Dispose();

    private void Write(SafeFileHandle file, in ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsSingleSegment)
        {
            RandomAccess.Write(file, bytes.FirstSpan, _length);
        }
        else
        {
            RandomAccess.Write(file, Segments(bytes), _length);
        }
    }

    private static List<ReadOnlyMemory<byte>> Segments(in ReadOnlySequence<byte> bytes)
    {
        var segments = new List<ReadOnlyMemory<byte>>();
        foreach (var segment in bytes)
        {
            segments.Add(segment);
        }

        return segments;
    }
}
