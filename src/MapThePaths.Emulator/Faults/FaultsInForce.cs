namespace MapThePaths.Emulator.Faults;

/// <summary>The rules that meet one call, in the order they were given.</summary>
internal sealed class FaultsInForce(IReadOnlyList<FaultRule> rules)
{
    public static readonly FaultsInForce None = new([]);

    public IReadOnlyList<FaultRule> Rules { get; } = rules;

    public bool Has(FaultEffect effect) => Find(effect) is not null;

    public long? Amount(FaultEffect effect) => Find(effect)?.Amount;

    public FaultRule? Find(FaultEffect effect)
    {
        foreach (var rule in Rules)
        {
            if (rule.Effect == effect)
            {
                return rule;
            }
        }

        return null;
    }
}
