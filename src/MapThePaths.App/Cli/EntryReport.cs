using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Services;
using MapThePaths.App.Syncing;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>What is told of entries at Map the Paths Web. Remembers what it has said, so that people read once what holds for several parts.</summary>
internal sealed class EntryReport(Output output)
{
    private readonly HashSet<(long SequenceId, string Words)> _said = [];

    /// <summary>One word for several entries: what is worst of them. Null for none.</summary>
    public static string? Word(IEnumerable<EntryStatus> entries) =>
        entries.Select(entry => entry.State).OrderByDescending(Severity).Select(state => state.Word()).FirstOrDefault();

    public void Print(EntryStatus entry)
    {
        var line = EntryLine.Of(entry);
        output.Line(line);
        output.Say($"{ServiceList.Web}: sequence {entry.SequenceId}, part {entry.Part} at {entry.Destination}: {Stand(entry)}");
        foreach (var words in new[] { entry.Error, line.NextStep }.OfType<string>().Where(words => _said.Add((entry.SequenceId, words))))
        {
            output.Say($"  {words}");
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
