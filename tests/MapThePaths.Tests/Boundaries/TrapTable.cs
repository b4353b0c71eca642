using System.Text.RegularExpressions;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Boundaries;

/// <summary>The table of Map the Paths Web's traps names the tests that prove each row (docs/destinations/mtpw-faults.md).</summary>
public sealed partial class TrapTable
{
    [Fact]
    public async Task Every_row_names_a_test_and_every_test_that_it_names_exists()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "destinations", "mtpw-faults.md"), TestContext.Current.CancellationToken);
        var rows = page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| proved by |", StringComparison.Ordinal)).ToList();
        var tests = typeof(TrapTable).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"`{type.Name}.{method.Name}`"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(rows.Count > 25, "The table is hardly read.");
        Assert.All(rows, row => Assert.NotEmpty(TestName().Matches(row)));
        Assert.All(TestName().Matches(page).Select(match => match.Value), name => Assert.Contains(name, tests));
    }

    [GeneratedRegex("`[A-Z][A-Za-z]+\\.[A-Z][A-Za-z_0-9]+`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
