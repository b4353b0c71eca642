using System.Text.RegularExpressions;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Boundaries;

/// <summary>The table of faults names the tests that prove each row (docs/destinations/mapillary-faults.md).</summary>
public sealed partial class FaultTable
{
    [Fact]
    public async Task Every_test_that_it_names_exists()
    {
        var page = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "docs", "destinations", "mapillary-faults.md"), TestContext.Current.CancellationToken);
        var tests = typeof(FaultTable).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);

        var named = TestName().Matches(page).Select(match => match.Value.Trim('`')).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(named.Count > 30, "The table is hardly read.");
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    [GeneratedRegex("`[A-Z][A-Za-z]+\\.[A-Z][A-Za-z_0-9]+`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
