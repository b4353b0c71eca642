using System.CommandLine;
using System.CommandLine.Parsing;
using MapThePaths.App.Services;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>Options that several verbs share.</summary>
internal static class VerbOptions
{
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "One JSON object a line on standard output; words for people go to standard error.",
        Recursive = true,
    };

    public static Argument<string[]> Paths()
    {
        var paths = new Argument<string[]>("path") { Description = "Photos, and folders with photos.", Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            // A mistyped option would otherwise be looked for on the disk.
            foreach (var option in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
            {
                var known = (result.Parent as CommandResult)?.Command.Options.Select(known => known.Name) ?? [];
                result.AddError($"There is no option '{option.Value}'.{Nearest.Question(option.Value, known)}");
            }
        });
        return paths;
    }

    public static Argument<string> Id() => new("id") { Description = "The sequence's id, or its name." };

    public static Option<string[]> Destinations() => new("--to")
    {
        Description = $"Destination: {string.Join(", ", ServiceList.DestinationNames)}. May be given several times.",
        HelpName = "destination",
        DefaultValueFactory = _ => [ServiceList.Mapillary],
    };

    /// <summary>For verbs that use a token.</summary>
    public static Option<string?> Account() => new("--account")
    {
        Description = "Whose token to use, by the account's name in 'mtpdu accounts'. Needed only when several are signed in; practice has one of its own.",
        HelpName = "name",
    };

    /// <summary>For verbs that say which originals need not be kept.</summary>
    public static Option<string[]> Trust() => new("--trust")
    {
        Description = "Takes the service at this address of your settings for one that keeps photos for good, although it is not the live one: its images then count when safe-to-delete originals are listed. May be given several times.",
        HelpName = "address",
    };

    public static Argument<string> SignInService() => new("destination") { Description = $"Where: {string.Join(", ", ServiceList.SignInNames)}." };
}
