using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>Tells how many files are read.</summary>
internal sealed class ImportProgress(Output output) : IProgress<FlowEvent>
{
    // A folder of a few hundred photos is read before anyone could read the line about it.
    private const int Often = 5_000;

    public void Report(FlowEvent value)
    {
        if (value is FilesRead read && (read.Count % Often < 256) && read.Count >= Often)
        {
            output.Say($"  {read.Count:N0} of {read.Of:N0} files read");
        }
    }
}
