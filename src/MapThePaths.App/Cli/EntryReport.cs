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

    public void Print(EntryStatus entry) => Print([entry]);

    /// <summary>A JSON line for each; for people those that stand alike together.</summary>
    public void Print(IEnumerable<EntryStatus> entries)
    {
        var all = entries.ToList();
        all.ForEach(entry => output.Line(EntryLine.Of(entry)));
        foreach (var alike in all.GroupBy(entry => (entry.SequenceId, entry.Destination, Stand(entry), entry.Error)))
        {
            Say([.. alike]);
        }
    }

    /// <summary>Tells of sequences that no server can take.</summary>
    /// <param name="toPeople">Whether people want to hear of it.</param>
    /// <returns>Whether there are any.</returns>
    public bool PrintUntakable(long? sequenceId, Composition composition, bool toPeople = true)
    {
        var note = EntryList.Untakable(sequenceId, composition);
        if (note is not null && _said.Add((sequenceId ?? 0, note)))
        {
            output.Line(new NoteLine(note));
            if (toPeople)
            {
                output.Say(note);
            }
        }

        return note is not null;
    }

    private void Say(List<EntryStatus> alike)
    {
        var entry = alike[0];
        var who = alike.Count == 1 ? $"part {entry.Part}" : Wording.Count(alike.Count, "part");
        output.Say($"{ServiceList.Web}: sequence {entry.SequenceId}, {who} at {entry.Destination}: {Stand(entry, alike.Count)}");
        foreach (var words in new[] { entry.Error, NextSteps.For(entry) }.OfType<string>().Where(words => _said.Add((entry.SequenceId, words))))
        {
            output.Say($"  {words}");
        }
    }

    private static string Stand(EntryStatus entry, int count = 1) => entry.Needs switch
    {
        { } need => $"{(count == 1 ? "waits" : "wait")} {For(need, entry)}",
        _ => $"{Wording.State(entry.State)}{(entry.EntryId is { } id ? $", entry {id} at {entry.Server}" : "")}",
    };

    private static string For(EntryNeed need, EntryStatus entry) => need switch
    {
        EntryNeed.SequenceKey => "to be seen there",
        EntryNeed.Consent => "for your consent",
        _ => $"for a sign-in at {EntryList.SignInAt(entry)}",
    };

    private static int Severity(EntryState state) => state switch
    {
        EntryState.Failed => 3,
        EntryState.Unclear => 2,
        EntryState.Waiting => 1,
        _ => 0,
    };
}
