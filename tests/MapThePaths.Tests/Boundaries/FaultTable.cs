using System.Text.Json;
using System.Text.RegularExpressions;
using MapThePaths.Emulator.Faults;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Boundaries;

/// <summary>The table of faults names the tests that prove each row (docs/destinations/mapillary-faults.md).</summary>
public sealed partial class FaultTable
{
    [Fact]
    public async Task Every_test_that_it_names_exists()
    {
        var page = await PageAsync();
        var tests = typeof(FaultTable).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);

        var named = TestName().Matches(page).Select(match => match.Value.Trim('`')).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(named.Count > 30, "The table is hardly read.");
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    [Fact]
    public async Task No_row_of_the_services_document_is_without_a_flow()
    {
        var page = await PageAsync();
        var ofTheDocument = page[page.IndexOf("## The upload host", StringComparison.Ordinal)..page.IndexOf("## Faults of the emulator", StringComparison.Ordinal)];
        var rows = ofTheDocument.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| proved by |", StringComparison.Ordinal)).ToList();
        var flows = typeof(FaultTable).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("MapThePaths.Tests.Flows", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods().Select(method => $"`{type.Name}.{method.Name}`"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(rows.Count > 40, "The table is hardly read.");
        Assert.All(rows, row => Assert.Contains(TestName().Matches(row), name => flows.Contains(name.Value)));
    }

    [Fact]
    public async Task Every_fault_of_the_stand_in_for_this_service_is_in_it()
    {
        var page = await PageAsync();
        FaultEffect[] ofOtherServices =
            [FaultEffect.ConsentError, FaultEffect.SessionGone, FaultEffect.FailSession, FaultEffect.Split, FaultEffect.InFragment, FaultEffect.WithoutState];

        var words = Enum.GetValues<FaultEffect>().Except(ofOtherServices).Select(effect => JsonNamingPolicy.SnakeCaseLower.ConvertName(effect.ToString()));

        Assert.All(words, word => Assert.Contains($"`{word}`", page[page.IndexOf("## Faults of the emulator", StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    private static Task<string> PageAsync() => File.ReadAllTextAsync(
        Path.Combine(Repository.Root, "docs", "destinations", "mapillary-faults.md"), TestContext.Current.CancellationToken);

    [GeneratedRegex("`[A-Z][A-Za-z]+\\.[A-Z][A-Za-z_0-9]+`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
