using System.CommandLine;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>The options that describe a sequence, for the verbs that make one.</summary>
internal sealed class SequenceOptions
{
    private readonly Argument<string[]> _paths = VerbOptions.Paths();

    private readonly Option<string?> _name = new("--name") { Description = "The sequence's name, 1 to 100 characters, unique." };

    private readonly Option<string?> _description = new("--description") { Description = "What it shows." };

    private readonly Option<string[]> _tags = new("--tag") { Description = "A word about it; may be given up to 15 times.", HelpName = "tag" };

    private readonly Option<string?> _transport = new("--transport")
    {
        Description = "How you moved, such as Earth-Walk, Earth-Car or Water-Kayak.",
        HelpName = "Parent-Child",
    };

    public CutOptions Cuts { get; } = new();

    /// <summary>For verbs that also take the JSON file of a sequence, which says what it is called.</summary>
    public void AddTo(Command command, bool mayBeRecorded = false)
    {
        _name.Required = _transport.Required = !mayBeRecorded;
        if (mayBeRecorded)
        {
            _name.Description += " Required, but for a JSON file.";
            _transport.Description += " Required likewise.";
        }

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
        Name = parsed.GetValue(_name) ?? throw Missing(_name),
        Description = parsed.GetValue(_description),
        Tags = parsed.GetValue(_tags) is { Length: > 0 } tags ? tags : null,
        Transport = transports.ParseOrRefuse(parsed.GetValue(_transport) ?? throw Missing(_transport)),
        TimeZone = Cuts.TimeZone(parsed),
        Rules = Cuts.Rules(parsed),
    };

    /// <summary>The JSON file of a sequence, when that is what is given instead of photos; else null.</summary>
    public string? RecordedFile(ParseResult parsed) =>
        parsed.GetRequiredValue(_paths) is [var only] && only.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && File.Exists(only) ? Path.GetFullPath(only) : null;

    /// <summary>What is said of a recorded sequence: by options first, else by its file.</summary>
    /// <exception cref="UserMistakeException">Neither names it, or says how the photographer moved.</exception>
    public ImportRequest Read(ParseResult parsed, TransportTable transports, RecordedSequence recorded) => new()
    {
        Paths = [],
        Name = parsed.GetValue(_name) ?? recorded.Name ?? throw Missing(_name),
        Description = parsed.GetValue(_description) ?? recorded.Description,
        Tags = parsed.GetValue(_tags) is { Length: > 0 } tags ? tags : recorded.Tags,
        Transport = parsed.GetValue(_transport) is { } wished ? transports.ParseOrRefuse(wished) : TransportOf(recorded, transports),
        TimeZone = Cuts.TimeZone(parsed) ?? recorded.TimeZone,
        Rules = Cuts.Rules(parsed).Or(recorded.Rules),
    };

    private TransportType TransportOf(RecordedSequence recorded, TransportTable transports) => recorded.Transport is { } text
        ? transports.Parse(text) ?? throw new UserMistakeException($"The file's transport type '{text}' is unknown. Give one with --transport, such as --transport Earth-Walk.")
        : throw Missing(_transport);

    private static UserMistakeException Missing(Option option) => new(
        $"Option '{option.Name}' is required, such as {option.Name} {(option.Name == "--name" ? "\"Up to the lake\"" : "Earth-Walk")}. See 'mtpdu import --help'.");
}
