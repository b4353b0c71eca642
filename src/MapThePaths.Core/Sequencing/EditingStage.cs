using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.Core.Sequencing;

/// <summary>Stores the user's edits, and takes them back. Photos never change: an edit is a row, and undoing it is marking the row.</summary>
public sealed class EditingStage
{
    private readonly OpenCatalog _catalog;
    private readonly TimeProvider _time;

    public EditingStage(OpenCatalog catalog, TimeProvider time)
    {
        _catalog = catalog;
        _time = time;
    }

    /// <summary>Those that count, in order.</summary>
    public IReadOnlyList<Edit> Edits(long sequenceId) => [.. _catalog.Editing.Edits(sequenceId).Select(EditTable.Read)];

    /// <summary>Adds edits and describes the sequence anew, all of it or nothing, and tells what each edit does.</summary>
    /// <param name="described">Null where the description stays.</param>
    /// <param name="undoFirst">So many of the last edits are taken back before.</param>
    /// <exception cref="UserMistakeException">
    /// An edit cannot be made on the photos as those before it leave them; a limit is broken; the name is taken. Nothing is stored or taken back.
    /// </exception>
    public IReadOnlyList<AppliedEdit> Change(Sequence sequence, Func<IReadOnlyList<Photo>, IReadOnlyList<Edit>> make, Sequence? described, int undoFirst)
    {
        if (described is not null)
        {
            SequenceLimits.Check(described.Name, described.Tags);
        }

        var photos = _catalog.Sequencing.Photos(sequence.Id);
        var kept = Kept(sequence.Id, undoFirst);
        var edits = Behind(kept, sequence, photos, make);
        Store(sequence.Id, described, undoFirst, [.. edits.Skip(kept.Count).Select((edit, index) => EditTable.Record(edit, kept.Count + index + 1))]);
        return [.. Editing.Apply(sequence, photos, edits).Applied.Skip(kept.Count)];
    }

    /// <summary>Describes the sequence anew; its photos and edits are not looked at.</summary>
    /// <exception cref="UserMistakeException">A limit is broken; the name is taken.</exception>
    public void Describe(Sequence sequence)
    {
        SequenceLimits.Check(sequence.Name, sequence.Tags);
        Store(sequence.Id, sequence, undoFirst: 0, []);
    }

    /// <summary>The edits as they would be with more of them behind. Nothing is stored.</summary>
    /// <param name="undoFirst">So many of the last edits do not count.</param>
    /// <exception cref="UserMistakeException">One of them cannot be made on the photos as the edits before it leave them.</exception>
    public IReadOnlyList<Edit> With(Sequence sequence, IReadOnlyList<Photo> photos, Func<IReadOnlyList<Photo>, IReadOnlyList<Edit>> make, int undoFirst) =>
        Behind(Kept(sequence.Id, undoFirst), sequence, photos, make);

    /// <returns>What is taken back; null when there is nothing.</returns>
    public AppliedEdit? Undo(Sequence sequence)
    {
        var applied = Applied(sequence);
        return _catalog.Editing.Undo(sequence.Id) ? applied[^1] : null;
    }

    /// <returns>What is brought back; null when there is nothing.</returns>
    public AppliedEdit? Redo(Sequence sequence) => _catalog.Editing.Redo(sequence.Id) ? Applied(sequence)[^1] : null;

    private List<Edit> Kept(long sequenceId, int undoFirst) => [.. Edits(sequenceId).SkipLast(undoFirst)];

    private static List<Edit> Behind(
        IReadOnlyList<Edit> kept, Sequence sequence, IReadOnlyList<Photo> photos, Func<IReadOnlyList<Photo>, IReadOnlyList<Edit>> make)
    {
        List<Edit> edits = [.. kept];
        foreach (var edit in make(photos))
        {
            Refuse(edit, Editing.Apply(sequence, photos, edits).Photos);
            edits.Add(edit);
        }

        return edits;
    }

    private void Store(long sequenceId, Sequence? described, int undoFirst, IReadOnlyList<RecordedEdit> added)
    {
        if (!_catalog.Editing.Change(sequenceId, described, undoFirst, added, _time.Now()))
        {
            throw new UserMistakeException($"There is a sequence named '{described!.Name}' already. Choose another name; nothing was changed.");
        }
    }

    private IReadOnlyList<AppliedEdit> Applied(Sequence sequence) =>
        Editing.Apply(sequence, _catalog.Sequencing.Photos(sequence.Id), Edits(sequence.Id)).Applied;

    private static void Refuse(Edit edit, IReadOnlyList<EditedPhoto> photos)
    {
        if (edit.WhyRefused(photos) is { } why)
        {
            throw new UserMistakeException(why) { Proposal = edit.Examine(photos)?.FirstOrDefault() };
        }
    }
}
