using MapThePaths.App.Syncing;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>What is told of entries at Map the Paths Web.</summary>
internal static class EntryReport
{
    /// <summary>One word for several entries: what is worst of them. Null for none.</summary>
    public static string? Word(IEnumerable<EntryStatus> entries) =>
        entries.Select(entry => entry.State).OrderByDescending(Severity).Select(state => state.Word()).FirstOrDefault();

    public static void Print(EntryStatus entry, Output output)
    {
        var line = EntryLine.Of(entry);
        output.Line(line);
        output.Say($"{Composition.Web}: sequence {entry.SequenceId}, part {entry.Part} at {entry.Destination}: {Stand(entry)}");
        if (entry.Error is { } error)
        {
            output.Say($"  {error}");
        }

        if (line.NextStep is { } step)
        {
            output.Say($"  {step}");
        }
    }

    private static string Stand(EntryStatus entry) => entry.Needs switch
    {
        EntryNeed.SequenceKey => "waits until its sequence is seen there",
        EntryNeed.Consent => "waits for your consent",
        EntryNeed.SignIn => $"waits for a sign-in at {EntryList.SignInAt(entry)}",
        _ => $"{entry.State.Word()}{(entry.EntryId is { } id ? $", entry {id} at {entry.Server}" : "")}",
    };

    private static int Severity(EntryState state) => state switch
    {
        EntryState.Failed => 3,
        EntryState.Unclear => 2,
        EntryState.Waiting => 1,
        _ => 0,
    };
}
