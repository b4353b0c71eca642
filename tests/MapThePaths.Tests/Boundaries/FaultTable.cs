using System.Text.Json;
using System.Text.RegularExpressions;
using MapThePaths.Emulator.Faults;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Boundaries;

/// <summary>The tables of faults name the tests that prove each row (docs/destinations/mapillary-faults.md, mapillary-v3-faults.md).</summary>
public sealed partial class FaultTable
{
    private const string OfV4 = "mapillary-faults.md";
    private const string OfV3 = "mapillary-v3-faults.md";
    private const string OfTheEmulator = "## Faults of the emulator";

    [Theory]
    [InlineData(OfV4)]
    [InlineData(OfV3)]
    public async Task Every_test_that_it_names_exists(string name)
    {
        var page = await PageAsync(name);
        var tests = typeof(FaultTable).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);

        var named = TestName().Matches(page).Select(match => match.Value.Trim('`')).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(named.Count > 30, "The table is hardly read.");
        Assert.All(named, test => Assert.Contains(test, tests));
    }

    [Theory]
    [InlineData(OfV4, "## The upload host", 40)]
    [InlineData(OfV3, "## Answers of the API", 25)]
    public async Task No_row_of_the_services_document_is_without_a_flow(string name, string beginning, int fewestRows)
    {
        var page = await PageAsync(name);
        var ofTheDocument = page[page.IndexOf(beginning, StringComparison.Ordinal)..page.IndexOf(OfTheEmulator, StringComparison.Ordinal)];
        var rows = ofTheDocument.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| proved by |", StringComparison.Ordinal)).ToList();
        var flows = typeof(FaultTable).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("MapThePaths.Tests.Flows", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods().Select(method => $"`{type.Name}.{method.Name}`"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(rows.Count > fewestRows, "The table is hardly read.");
        Assert.All(rows, row => Assert.Contains(TestName().Matches(row), test => flows.Contains(test.Value)));
    }

    [Theory]
    [InlineData(OfV4, FaultEffect.ConsentError, FaultEffect.SessionGone, FaultEffect.FailSession, FaultEffect.Split, FaultEffect.InFragment, FaultEffect.WithoutState, FaultEffect.BareDeny)]
    [InlineData(
        OfV3,
        FaultEffect.Backoff,
        FaultEffect.Partial,
        FaultEffect.OffsetInvalid,
        FaultEffect.OffsetZero,
        FaultEffect.Graph,
        FaultEffect.MultiLine,
        FaultEffect.Usage,
        FaultEffect.ConsentError,
        FaultEffect.InFragment,
        FaultEffect.WithoutState,
        FaultEffect.BareDeny)]
    public async Task Every_fault_of_the_stand_in_for_this_service_is_in_it(string name, params FaultEffect[] others)
    {
        var page = await PageAsync(name);

        var words = Enum.GetValues<FaultEffect>().Except(others).Select(effect => JsonNamingPolicy.SnakeCaseLower.ConvertName(effect.ToString()));

        Assert.All(words, word => Assert.Contains($"`{word}`", page[page.IndexOf(OfTheEmulator, StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    private static Task<string> PageAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "destinations", name), TestContext.Current.CancellationToken);

    [GeneratedRegex("`[A-Z][A-Za-z0-9]+\\.[A-Z][A-Za-z_0-9]+`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
