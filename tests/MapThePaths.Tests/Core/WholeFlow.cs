using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core;

public sealed class WholeFlow : IDisposable
{
    private readonly ScriptedDestination _destination = new();
    private readonly Journey _journey = new(new HurriedTime());

    public void Dispose() => _journey.Dispose();

    [Fact]
    public async Task Every_file_of_a_mixed_card_is_accounted_for_at_the_end()
    {
        TakeAMixedCard();
        var sequence = _journey.Import();
        _destination.WhenSending = name => name == "3.jpg" ? throw new DestinationException(FailureKind.PhotoRefused, "s", "Too dark.") : Task.CompletedTask;
        _destination.AfterPublishing = () => _destination.Show();
        await _journey.SendAsync(_destination);

        await _journey.FollowAsync(_destination);

        Assert.Equal(9, _journey.Flow.Arrange(sequence).FileCount);
        Assert.Equal(
            [
                "0.jpg visible", "1.jpg visible", "2.jpg visible", "3.jpg failed", "4.jpg visible",
                "empty.jpg left_out", "lost.jpg left_out", "twin of 2.jpg left_out",
            ],
            _journey.LifeLines());
        Assert.Equal(["copy of 0.jpg same-content"], _journey.Flow.Arrange(sequence).LeftOut
            .Where(left => left.Reason == Reason.SameContent).Select(left => $"{Path.GetFileName(left.Path)} {left.Reason.Code}"));
    }

    [Fact]
    public async Task After_a_flow_the_catalog_passes_its_integrity_check()
    {
        TakeAMixedCard();
        _journey.Import();
        await _journey.SendAsync(_destination, dryRun: true);
        _destination.AfterPublishing = () => _destination.Show();
        await _journey.SendAsync(_destination);
        await _journey.FollowAsync(_destination);
        await _journey.SendAsync(_destination);

        Assert.Equal(["ok"], _journey.Rows("PRAGMA integrity_check"));
        Assert.Empty(_journey.Rows("PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task No_original_is_ever_changed()
    {
        TakeAMixedCard();
        var before = Originals();
        _journey.Import();
        _destination.AfterPublishing = () => _destination.Show();

        await _journey.SendAsync(_destination);
        await _journey.FollowAsync(_destination);

        Assert.Equal(before, Originals());
    }

    [Theory]
    [InlineData("WhenOpening")]
    [InlineData("WhenSending")]
    [InlineData("WhenCompleting")]
    public async Task Killed_at_any_call_before_publishing_the_next_run_ends_the_same(string where)
    {
        TakeAMixedCard();
        _journey.Import();
        DieAt(where);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _journey.SendAsync(_destination));
        DieAt("nowhere");

        await _journey.SendAsync(_destination);

        Assert.Equal(["0.jpg 1.jpg 2.jpg 3.jpg 4.jpg"], _destination.Published);
        Assert.Equal(["0.jpg", "1.jpg", "2.jpg", "3.jpg", "4.jpg"], _destination.ArrivedNames);
        Assert.Equal(["ok"], _journey.Rows("PRAGMA integrity_check"));
    }

    private void DieAt(string where)
    {
        var calls = 0;
        Action DieIf(string here) => () => _ = where == here ? throw new InvalidOperationException("The program dies.") : 0;
        _destination.WhenOpening = DieIf("WhenOpening");
        _destination.WhenCompleting = DieIf("WhenCompleting");
        _destination.WhenSending = _ => where == "WhenSending" && Interlocked.Increment(ref calls) == 3
            ? throw new InvalidOperationException("The program dies.")
            : Task.CompletedTask;
    }

    private void TakeAMixedCard()
    {
        for (var i = 0; i < 5; i++)
        {
            _journey.Take($"{i}.jpg", 2 * i, 11 * i);
        }

        _journey.Take("twin of 2.jpg", 5, 22);
        File.WriteAllBytes(_journey.PathOf("empty.jpg"), []);
        APhoto.Anywhere().TakenUtc("2026-04-30 10:00:00").SaveTo(_journey.PathOf("lost.jpg"));
        File.Copy(_journey.PathOf("0.jpg"), _journey.PathOf("copy of 0.jpg"));
    }

    private List<string> Originals() => Directory.GetFiles(_journey.Card)
        .Order(StringComparer.Ordinal)
        .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}")
        .ToList();
}
