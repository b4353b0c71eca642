using System.Text.Json.Serialization;

namespace MapThePaths.Core.Model;

/// <summary>One wish about a sequence. What it does to photos is Sequencing's to know.</summary>
public abstract record SequenceEdit
{
    /// <summary>What was wished for, in words for people.</summary>
    [JsonIgnore]
    public abstract string Text { get; }
}
