using FsCheck;
using FsCheck.Fluent;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Edits;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Sequencing.Edits;

/// <summary>Edits of a sequence in a real catalog, taken back and brought back. A failing case prints its seed.</summary>
public sealed class UndoingAnyEdits : IDisposable
{
    private readonly Journey _journey = Journey.Of(8);

    public void Dispose() => _journey.Dispose();

    [Fact]
    public void Each_step_back_and_forth_leaves_exactly_what_was_there_before()
    {
        var cases = Gen.ArrayOf(ForAnyEdits.AnyEdit).Where(edits => edits.Length is > 0 and < 7).ToArbitrary();
        Prop.ForAll(cases, edits =>
        {
            List<string> states = [Told()];
            foreach (var edit in edits.Where(IsMade))
            {
                states.Add(Told());
            }

            for (var step = states.Count - 2; step >= 0; step--)
            {
                Assert.NotNull(_journey.Flow.Undo(Sequence));
                Assert.Equal(states[step], Told());
            }

            Assert.Null(_journey.Flow.Undo(Sequence));
            foreach (var state in states.Skip(1))
            {
                Assert.NotNull(_journey.Flow.Redo(Sequence));
                Assert.Equal(state, Told());
            }

            foreach (var _ in states.Skip(1))
            {
                _journey.Flow.Undo(Sequence);
            }
        }).QuickCheckThrowOnFailure();
    }

    private Sequence Sequence => _journey.Catalog.Sequencing.Find("Walk")!;

    // One that cannot be made on these photos is refused, and nothing is stored.
    private bool IsMade(Edit edit)
    {
        var before = Told();
        try
        {
            _journey.Flow.Edit(Sequence, _ => [edit]);
            return true;
        }
        catch (UserMistakeException)
        {
            Assert.Equal(before, Told());
            return false;
        }
    }

    private string Told() => string.Join('\n', ForAnyEdits.Told(_journey.Flow.Arrange(Sequence)));
}
