using System.CommandLine;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>The options of <c>edit</c> that name and describe a sequence anew, and change its rules.</summary>
internal sealed class DescriptionOptions
{
    private readonly Option<string?> _name = new("--name") { Description = "Another name, 1 to 100 characters, unique." };
    private readonly Option<string?> _description = new("--description") { Description = "What it shows; '' for nothing." };
    private readonly Option<string[]> _tags = new("--tag") { Description = "Words about it, instead of those it has; up to 15.", HelpName = "tag" };
    private readonly Option<bool> _noTags = new("--no-tags") { Description = "No words about it." };
    private readonly Option<string?> _transport = new("--transport") { Description = "How you moved.", HelpName = "Parent-Child" };
    private readonly RuleOptions _rules = new();

    public void AddTo(Command command)
    {
        command.Add(_name);
        command.Add(_description);
        command.Add(_tags);
        command.Add(_noTags);
        command.Add(_transport);
        _rules.AddTo(command);
    }

    /// <summary>The sequence as these options would have it; null when none of them is given.</summary>
    /// <exception cref="UserMistakeException">The transport type is unknown, or a threshold out of range.</exception>
    public Sequence? Apply(ParseResult parsed, Sequence sequence, TransportTable transports)
    {
        var rules = _rules.Read(parsed);
        var described = sequence with
        {
            Name = parsed.GetValue(_name)?.Trim() ?? sequence.Name,
            Description = parsed.GetValue(_description) ?? sequence.Description,
            Tags = Tags(parsed) ?? sequence.Tags,
            Transport = parsed.GetValue(_transport) is { } text ? transports.ParseOrRefuse(text) : sequence.Transport,
            Rules = rules.ApplyTo(sequence.Rules),
        };
        return parsed.GetResult(_name) is null && parsed.GetResult(_description) is null && parsed.GetResult(_transport) is null && Tags(parsed) is null && rules == new RuleWishes()
            ? null
            : described;
    }

    private string[]? Tags(ParseResult parsed)
    {
        if (parsed.GetValue(_noTags))
        {
            return [];
        }

        return parsed.GetValue(_tags) is { Length: > 0 } tags ? tags : null;
    }
}
