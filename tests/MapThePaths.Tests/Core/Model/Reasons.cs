using System.Text.RegularExpressions;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;

namespace MapThePaths.Tests.Core.Model;

public sealed partial class Reasons
{
    [Fact]
    public void Every_code_is_unique_and_made_of_lower_case_words_with_hyphens()
    {
        Assert.All(Reason.All, reason => Assert.Matches(LowerCaseWords(), reason.Code));
        Assert.Distinct(Reason.All.Select(reason => reason.Code));
    }

    [Fact]
    public void They_are_listed_in_the_order_of_the_table()
    {
        var table = typeof(Reason).GetFields().Where(field => field.IsStatic).Select(field => (Reason)field.GetValue(obj: null)!);

        Assert.Equal(table, Reason.All);
    }

    [Fact]
    public void Every_one_is_found_by_its_code()
    {
        Assert.All(Reason.All, reason => Assert.Same(reason, Reason.Of(reason.Code)));
    }

    [Fact]
    public void A_code_of_a_newer_version_is_shown_as_it_is()
    {
        var reason = Reason.Of("eaten-by-a-dog");

        Assert.Equal(("eaten-by-a-dog", "eaten-by-a-dog", null), (reason.Code, reason.Meaning, reason.NextStep));
    }

    [Fact]
    public void Every_defect_and_doubt_that_reading_finds_has_its_words()
    {
        var defects = Enum.GetValues<PhotoDefect>().Select(defect => defect.Code());
        var doubts = typeof(CaptureWarning).GetFields().Select(field => (string)field.GetValue(obj: null)!);

        Assert.All(defects.Concat(doubts), code => Assert.Contains(Reason.All, reason => reason.Code == code));
    }

    [Fact]
    public void Only_a_file_that_is_itself_broken_makes_a_run_partly_done()
    {
        var broken = Reason.All.Where(reason => reason.IsBrokenFile).Select(reason => reason.Code).Order(StringComparer.Ordinal);

        Assert.Equal(["empty-file", "not-a-jpeg", "truncated", "unreadable"], broken);
    }

    [Fact]
    public void States_of_parts_and_photos_are_read_as_they_are_written()
    {
        Assert.All(Enum.GetValues<PartState>(), state => Assert.Equal(state, StateWords.ParsePart(state.Word())));
        Assert.All(Enum.GetValues<PhotoState>(), state => Assert.Equal(state, StateWords.ParsePhoto(state.Word())));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LowerCaseWords();
}
