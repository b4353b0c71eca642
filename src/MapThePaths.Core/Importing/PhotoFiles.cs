using MapThePaths.Core.Model;

namespace MapThePaths.Core.Importing;

/// <summary>Finds the files that a user means by some paths.</summary>
public static class PhotoFiles
{
    private static readonly string[] PhotoExtensions = [".jpg", ".jpeg", ".jpe"];

    /// <summary>
    /// The files themselves, and in folders, at any depth, whatever is named like a JPEG or is one. Hidden files and folders, and links to
    /// folders, are passed over, and so are GPX tracks. Full paths, each once, in ordinal order: some 200 bytes of memory a file.
    /// </summary>
    /// <param name="unreadable">Told of folders below the given ones that cannot be listed.</param>
    /// <param name="passedOver">Told once of each file in folders that is no JPEG, not of hidden ones; and of each track.</param>
    /// <exception cref="UserMistakeException">A path does not exist, or a given folder cannot be listed.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, Action<string> unreadable, Action<string> passedOver)
    {
        SortedSet<string> found = new(StringComparer.Ordinal);
        HashSet<string> others = new(StringComparer.Ordinal);
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            if (File.Exists(path) && IsNamedLikeATrack(path))
            {
                PassOver(path);
            }
            else if (File.Exists(path))
            {
                found.Add(path);
            }
            else if (Directory.Exists(path))
            {
                AddFolder(path, found, unreadable, PassOver);
            }
            else
            {
                throw new UserMistakeException($"{path} does not exist. Check the path.");
            }
        }

        return [.. found];

        void PassOver(string path)
        {
            if (others.Add(path))
            {
                passedOver(path);
            }
        }
    }

    /// <summary>A file of this name is meant to be a GPX track, which places photos and is none.</summary>
    public static bool IsNamedLikeATrack(string path) => Path.GetExtension(path).Equals(".gpx", StringComparison.OrdinalIgnoreCase);

    private static void AddFolder(string given, SortedSet<string> found, Action<string> unreadable, Action<string> passedOver)
    {
        Stack<string> folders = new([given]);
        while (folders.TryPop(out var folder))
        {
            try
            {
                AddEntries(folder, found, folders, passedOver);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                if (folder == given)
                {
                    throw new UserMistakeException($"{folder} cannot be read: {failure.Message} Check its permissions.");
                }

                unreadable(folder);
            }
        }
    }

    private static void AddEntries(string folder, SortedSet<string> found, Stack<string> folders, Action<string> passedOver)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden))
            {
                continue;
            }

            if (entry is FileInfo file)
            {
                if (IsNamedLikeAPhoto(file.Name) || BeginsLikeAJpeg(file))
                {
                    found.Add(file.FullName);
                }
                else
                {
                    passedOver(file.FullName);
                }
            }
            else if (entry.LinkTarget is null)
            {
                folders.Push(entry.FullName);
            }
        }
    }

    public static bool IsNamedLikeAPhoto(string name) =>
        PhotoExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    // A file that cannot be opened and is not named like a photo is none of our business. A pipe or a device has no length, and to open
    // one may wait for ever.
    private static bool BeginsLikeAJpeg(FileInfo file)
    {
        try
        {
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            Span<byte> first = stackalloc byte[3];
            if (file.Length < first.Length)
            {
                return false;
            }

            using var handle = File.OpenHandle(file.FullName);
            return RandomAccess.Read(handle, first, 0) == first.Length && first.SequenceEqual<byte>([0xFF, 0xD8, 0xFF]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
