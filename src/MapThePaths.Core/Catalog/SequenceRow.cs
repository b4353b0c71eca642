using MapThePaths.Core.Model;

namespace MapThePaths.Core.Catalog;

/// <summary>A row of <c>sequence</c>, between SQL and <see cref="Sequence"/>.</summary>
internal sealed record SequenceRow
{
    public long Id { get; init; }

    public string Uuid { get; init; } = "";

    public string Name { get; init; } = "";

    public string NameKey { get; init; } = "";

    public string Description { get; init; } = "";

    public string Tags { get; init; } = "";

    public string Transport { get; init; } = "";

    public string? TimeZone { get; init; }

    public double MaxGap { get; init; }

    public double MaxJump { get; init; }

    public long CreatedAt { get; init; }

    /// <summary>Names that differ in case only are the same name.</summary>
    public static string KeyOf(string name) => name.ToUpperInvariant();

    public static SequenceRow From(Sequence sequence) => new()
    {
        Id = sequence.Id,
        Uuid = sequence.Uuid.ToString(),
        Name = sequence.Name,
        NameKey = KeyOf(sequence.Name),
        Description = sequence.Description,
        Tags = Words.Join(sequence.Tags),
        Transport = sequence.Transport.ToString(),
        TimeZone = sequence.TimeZone,
        MaxGap = sequence.Rules.MaxGap,
        MaxJump = sequence.Rules.MaxJump,
        CreatedAt = Milliseconds.Of(sequence.CreatedAt),
    };

    public Sequence ToSequence() => new()
    {
        Id = Id,
        Uuid = Guid.Parse(Uuid),
        Name = Name,
        Description = Description,
        Tags = Words.Split(Tags),
        Transport = TransportType.Parse(Transport) ?? throw new CatalogException($"Sequence {Id} has the unknown transport type {Transport}."),
        TimeZone = TimeZone,
        Rules = new SequencingRules { MaxGap = MaxGap, MaxJump = MaxJump },
        CreatedAt = Milliseconds.ToInstant(CreatedAt),
    };
}
