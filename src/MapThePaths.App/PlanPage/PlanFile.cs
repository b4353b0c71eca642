using System.Text;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App.PlanPage;

/// <summary>Writes plans as one page into a file.</summary>
internal static class PlanFile
{
    /// <param name="path">A new file, or an earlier page.</param>
    /// <param name="plans">Of one sequence, one for each destination; not empty.</param>
    /// <param name="photos">Of the sequence, left out or not.</param>
    /// <exception cref="UserMistakeException">The file is something else, or cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<Plan> plans, IReadOnlyList<Photo> photos, Instant now)
    {
        var target = Path.GetFullPath(path);
        var scratch = $"{target}.{Path.GetRandomFileName()}.part";
        try
        {
            if (File.Exists(target) && !IsEarlierPage(target))
            {
                throw new UserMistakeException($"{target} is there and no plan. Give the page another name.");
            }

            File.WriteAllText(scratch, PlanHtml.Of(plans, photos, now), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(scratch, target, overwrite: true);
        }
        catch (DirectoryNotFoundException)
        {
            throw new UserMistakeException($"{target} cannot be written: its folder does not exist. Make it, or give another file.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var why = failure is IOException ? failure.Message : "you may not write there.";
            throw new UserMistakeException($"{target} cannot be written: {why} Check the disk and the folder's permissions, or give another file.");
        }
        finally
        {
            DeleteIfThere(scratch);
        }
    }

    private static void DeleteIfThere(string scratch)
    {
        if (File.Exists(scratch))
        {
            File.Delete(scratch);
        }
    }

    private static bool IsEarlierPage(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[PlanHtml.Beginning.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && Encoding.ASCII.GetString(start) == PlanHtml.Beginning;
    }
}
