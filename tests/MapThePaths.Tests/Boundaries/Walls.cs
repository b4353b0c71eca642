using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MapThePaths.Tests.Boundaries;

/// <summary>The walls between the houses (ARCHITECTURE.md), read from project files and source text.</summary>
public sealed partial class Walls
{
    private static readonly string[] Stages = ["Importing", "Sequencing", "Preparing", "Uploading", "Publishing", "Following", "Syncing", "Exporting"];

    [Theory]
    [InlineData("Imagery", "")]
    [InlineData("Core", "Imagery")]
    [InlineData("Destinations", "Core")]
    [InlineData("Emulator", "")]
    [InlineData("App", "Core Destinations Emulator Imagery")]
    public void A_project_sees_only_the_projects_it_may(string project, string mayReference)
    {
        var references = XDocument.Load(Path.Combine(Source(project), $"MapThePaths.{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Select(name => name["MapThePaths.".Length..])
            .Order(StringComparer.Ordinal);

        Assert.Equal(mayReference, string.Join(' ', references));
    }

    [Fact]
    public void The_core_knows_neither_network_nor_web_nor_console()
    {
        Assert.Empty(Mentions(Source("Core"), NetworkOrConsole()));
    }

    [Fact]
    public void Reading_photos_knows_no_network_and_no_console()
    {
        Assert.Empty(Mentions(Source("Imagery"), NetworkOrConsole()));
    }

    [Fact]
    public void Destinations_know_no_console_and_the_emulator_none_of_ours()
    {
        Assert.Empty(Mentions(Source("Destinations"), ConsoleOnly()));
        Assert.Empty(Mentions(Source("Emulator"), Ours()));
    }

    [Fact]
    public void SQL_stands_only_in_the_catalog()
    {
        var statements = Mentions(SourceFolder(), Sql());

        Assert.NotEmpty(statements);
        Assert.All(statements, mention => Assert.StartsWith("MapThePaths.Core/Catalog/", mention, StringComparison.Ordinal));
    }

    [Fact]
    public void Destinations_are_named_only_by_the_services_that_use_them()
    {
        var mentions = Mentions(Source("App"), Clients());

        Assert.NotEmpty(mentions);
        Assert.All(mentions, mention => Assert.Matches("^MapThePaths.App/(Services|Practice)/", mention));
    }

    [Fact]
    public void A_stage_names_no_other_stage()
    {
        Assert.All(Stages.Where(stage => Directory.Exists(Path.Combine(Source("Core"), stage))), stage =>
        {
            var others = new Regex($@"MapThePaths\.Core\.({string.Join('|', Stages.Where(other => other != stage))})\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            Assert.Empty(Mentions(Path.Combine(Source("Core"), stage), others));
        });
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Geo")]
    [InlineData("Catalog")]
    [InlineData("Destinations")]
    public void What_the_stages_share_names_none_of_them(string folder)
    {
        var stages = new Regex($@"MapThePaths\.Core\.({string.Join('|', Stages)})\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.Empty(Mentions(Path.Combine(Source("Core"), folder), stages));
    }

    [Fact]
    public void The_command_line_and_the_page_never_name_each_other()
    {
        Assert.Empty(Mentions(Path.Combine(Source("App"), "Cli"), Page()));
        Assert.Empty(Mentions(Path.Combine(Source("App"), "Web"), CommandLine()));
    }

    [Fact]
    public void What_both_need_names_neither_only_the_start_of_the_program_does()
    {
        var beside = Directory.EnumerateFileSystemEntries(Source("App"))
            .Where(entry => Path.GetFileName(entry) is not ("Cli" or "Web" or "Program.cs"))
            .SelectMany(entry => Directory.Exists(entry) ? Directory.EnumerateFiles(entry, "*.cs", SearchOption.AllDirectories) : [entry])
            .Where(file => Path.GetExtension(file) == ".cs");

        Assert.All(beside, file => Assert.DoesNotMatch(Using(), File.ReadAllText(file)));
    }

    private static List<string> Mentions(string folder, Regex forbidden) => !Directory.Exists(folder) ? [] : [..
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where forbidden.IsMatch(line.Text) && !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal)
        select $"{Path.GetRelativePath(SourceFolder(), file).Replace('\\', '/')}:{line.Number}: {line.Text.Trim()}"];

    private static string Source(string project) => Path.Combine(SourceFolder(), $"MapThePaths.{project}");

    // The compiler maps paths when it builds deterministically, so the folder is looked for from where the tests run.
    private static string SourceFolder([CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(File.Exists(thisFile) ? Path.GetDirectoryName(thisFile)! : AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MapThePaths.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The source folder is not above the tests.");
        }

        return Path.Combine(folder.FullName, "src");
    }

    [GeneratedRegex(@"\b(System\.Net\b|HttpClient|Microsoft\.AspNetCore|Spectre\.|Console\.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NetworkOrConsole();

    [GeneratedRegex(@"\b(Spectre\.Console|System\.CommandLine|Console\.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConsoleOnly();

    [GeneratedRegex(@"\bMapThePaths\.(Imagery|Core|Destinations|App)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\b(SELECT\s+.*\b(FROM|COUNT|EXISTS)\b|INSERT\s+INTO\b|UPDATE\s+\w+\s*($|SET\b)|DELETE\s+FROM\b|PRAGMA\s|CREATE\s+TABLE\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\bMapThePaths\.Destinations\b|\bMapillary\w*(Destination|Options)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clients();

    [GeneratedRegex(@"^using (static )?MapThePaths\.App\.(Cli|Web)\b", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Using();

    [GeneratedRegex(@"\bMapThePaths\.App\.Web\b|\bWeb\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Page();

    [GeneratedRegex(@"\bMapThePaths\.App\.Cli\b|\bCli\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandLine();
}
