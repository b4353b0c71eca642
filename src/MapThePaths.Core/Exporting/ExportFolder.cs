using System.Text.Json;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;

namespace MapThePaths.Core.Exporting;

/// <summary>The folder that a sequence is exported to: empty, or with an earlier export of the same sequence. Nothing of anybody else is touched.</summary>
internal sealed class ExportFolder
{
    public const string Photos = "final_raw";
    public const string Document = "sequence.json";
    public const string Track = "sequence.gpx";
    public const string PlanMap = "plan.geojson";
    public const string ImageTable = "images.csv";
    public const string ImageMap = "images.geojson";

    // The id stands in the first lines of the document.
    private const int FirstBytes = 4096;

    private readonly string _path;

    private ExportFolder(string path) => _path = path;

    /// <summary>Opens the folder, or makes it.</summary>
    /// <exception cref="UserMistakeException">It holds something else, or cannot be used.</exception>
    public static ExportFolder Open(string path, Guid sequence)
    {
        var folder = new ExportFolder(Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(folder._path);
            if (folder.Sequence() is var there && there != sequence)
            {
                folder.RefuseForeign(there is not null);
            }

            Directory.CreateDirectory(folder.At(Photos));
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{folder._path} cannot be written to: {failure.Message} Choose another folder.");
        }
    }

    // ENOSPC and EDQUOT of Linux and macOS; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
    public static bool IsFull(Exception failure) => failure is IOException && (failure.HResult & 0xFFFF) is 28 or 122 or 69 or 39 or 112;

    public string At(string name) => Path.Combine(_path, name);

    public string Copy(string name) => Path.Combine(_path, Photos, name);

    /// <summary>What lies among the copies.</summary>
    public IEnumerable<string> Copies() => Directory.EnumerateFiles(At(Photos));

    /// <summary>Removes what a run that was killed had begun to write: files under scratch names of these documents and copies.</summary>
    public void RemoveScratch(IReadOnlySet<string> documents, IReadOnlySet<string> copies)
    {
        Remove(Directory.EnumerateFiles(_path), documents);
        Remove(Copies(), copies);

        static void Remove(IEnumerable<string> files, IReadOnlySet<string> ours)
        {
            foreach (var scratch in files.Where(file => ScratchFile.FinalName(Path.GetFileName(file)) is { } name && ours.Contains(name)).ToList())
            {
                File.Delete(scratch);
            }
        }
    }

    /// <summary>Writes a document under a scratch name and renames it: it is there whole, as before, or not at all.</summary>
    public void Write(string name, Action<Stream> write)
    {
        var scratch = ScratchFile.For(At(name));
        try
        {
            using (var file = new FileStream(scratch, FileMode.CreateNew, FileAccess.Write))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(scratch, At(name), overwrite: true);
        }
        finally
        {
            // After the rename there is nothing under this name.
            File.Delete(scratch);
        }
    }

    private void RefuseForeign(bool isOtherSequence)
    {
        if (isOtherSequence)
        {
            throw new UserMistakeException($"{_path} holds the export of another sequence. Choose another folder; nothing was changed.");
        }

        if (!Directory.EnumerateFileSystemEntries(_path).All(IsOfARunWithoutDocument))
        {
            throw new UserMistakeException($"{_path} is not empty and holds no export of this sequence. Choose an empty or a new folder; nothing was changed.");
        }
    }

    // A run that was killed at its very first file, or found no room for it, has left its beginning and an empty folder.
    private static bool IsOfARunWithoutDocument(string entry) => ScratchFile.FinalName(Path.GetFileName(entry)) == Document
        || (Path.GetFileName(entry) == Photos && Directory.Exists(entry) && !Directory.EnumerateFileSystemEntries(entry).Any());

    /// <summary>Id of the sequence that was exported to this folder; null when none was.</summary>
    private Guid? Sequence()
    {
        if (!File.Exists(At(Document)))
        {
            return null;
        }

        using var file = File.OpenRead(At(Document));
        var buffer = new byte[FirstBytes];
        var length = file.ReadAtLeast(buffer, FirstBytes, throwOnEndOfStream: false);
        var json = new Utf8JsonReader(buffer.AsSpan(0, length), isFinalBlock: false, default);
        try
        {
            return IsOurs(ref json) && MoveTo("id"u8, ref json) && Guid.TryParse(json.GetString(), out var id) ? id : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsOurs(ref Utf8JsonReader json) => MoveTo("schema"u8, ref json) && json.ValueTextEquals(SequenceDocument.Schema);

    private static bool MoveTo(ReadOnlySpan<byte> member, ref Utf8JsonReader json)
    {
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals(member))
            {
                return json.Read();
            }
        }

        return false;
    }
}
