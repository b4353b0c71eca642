using System.CommandLine;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>The options that describe a sequence, for the verbs that make one.</summary>
internal sealed class SequenceOptions
{
    private readonly Argument<string[]> _paths = VerbOptions.Paths();

    private readonly Option<string> _name = new("--name") { Description = "The sequence's name, 1 to 100 characters, unique.", Required = true };

    private readonly Option<string?> _description = new("--description") { Description = "What it shows." };

    private readonly Option<string[]> _tags = new("--tag") { Description = "A word about it; may be given up to 15 times.", HelpName = "tag" };

    private readonly Option<string> _transport = new("--transport")
    {
        Description = "How you moved, such as Earth-Walk, Earth-Car or Water-Kayak.",
        Required = true,
        HelpName = "Parent-Child",
    };

    public CutOptions Cuts { get; } = new();

    public void AddTo(Command command)
    {
        command.Add(_paths);
        command.Add(_name);
        command.Add(_description);
        command.Add(_tags);
        command.Add(_transport);
        Cuts.AddTo(command);
    }

    public ImportRequest Read(ParseResult parsed, TransportTable transports) => new()
    {
        Paths = parsed.GetRequiredValue(_paths),
        Name = parsed.GetRequiredValue(_name),
        Description = parsed.GetValue(_description),
        Tags = parsed.GetValue(_tags) is { Length: > 0 } tags ? tags : null,
        Transport = transports.ParseOrRefuse(parsed.GetRequiredValue(_transport)),
        TimeZone = Cuts.TimeZone(parsed),
        Rules = Cuts.Rules(parsed),
    };
}
