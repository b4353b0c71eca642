using System.Text;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Cli;

/// <summary>
/// What <c>--help</c> says, compared with <c>help.approved.txt</c> beside this file. When a change is meant, run this test once with
/// <c>APPROVE=1</c> in the environment and commit the file that it writes.
/// </summary>
public sealed class HelpTexts : IDisposable
{
    private readonly Mtpdu _program = new();

    private static string ApprovedPath => Path.Combine(Repository.Root, "tests", "MapThePaths.Tests", "Cli", "help.approved.txt");

    [Fact]
    public async Task Help_is_what_was_approved()
    {
        var help = await AllHelpAsync();

        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(ApprovedPath, help, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(ApprovedPath, TestContext.Current.CancellationToken), help);
    }

    [Fact]
    public async Task Help_names_every_exit_code()
    {
        var help = (await _program.RunForPeopleAsync("--help")).Ends(0).Output;

        Assert.All(["0 all done", "1 fault", "2 wrong usage", "3 partly done", "4 sign-in", "5 destination", "6 refused", "130 cancelled"], code =>
            Assert.Contains(code, help, StringComparison.Ordinal));
    }

    public void Dispose() => _program.Dispose();

    private async Task<string> AllHelpAsync()
    {
        var all = new StringBuilder();
        var root = (await _program.RunForPeopleAsync("--help")).Ends(0).Output;
        Append(all, "mtpdu --help", root);
        foreach (var verb in JsonContract.Verbs.Order(StringComparer.Ordinal))
        {
            Append(all, $"mtpdu {verb} --help", (await _program.RunForPeopleAsync(verb, "--help")).Ends(0).Output);
        }

        return all.ToString();
    }

    private static void Append(StringBuilder all, string command, string help)
    {
        var lines = help.Split('\n').Select(line => line.TrimEnd());
        all.Append("$ ").Append(command).Append('\n').Append(string.Join('\n', lines).Trim('\n')).Append("\n\n");
    }
}
