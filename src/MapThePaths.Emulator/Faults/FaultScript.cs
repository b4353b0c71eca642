namespace MapThePaths.Emulator.Faults;

/// <summary>All rules of an emulator, each with its own count of the calls it concerns.</summary>
internal sealed class FaultScript
{
    private readonly Lock _gate = new();
    private readonly List<Counted> _rules = [];

    public FaultScript(IEnumerable<FaultRule> rules) => _rules.AddRange(rules.Select(rule => new Counted(rule)));

    public void Add(FaultRule rule)
    {
        lock (_gate)
        {
            _rules.Add(new Counted(rule));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    /// <summary>Counts this call in every rule it concerns, and gives those whose moment it is.</summary>
    public FaultsInForce Meet(FaultTarget target, string? key) =>
        Take(rule => rule.Effect != FaultEffect.DropImage && IsFor(rule, target), key);

    /// <summary>Asked once for every image of a finished upload, in sequence order.</summary>
    public bool DropsImage(string key) => Take(rule => rule.Effect == FaultEffect.DropImage, key).Rules.Count > 0;

    private static bool IsFor(FaultRule rule, FaultTarget target) => rule.Target == FaultTarget.Any || rule.Target == target;

    private FaultsInForce Take(Predicate<FaultRule> concerned, string? key)
    {
        lock (_gate)
        {
            if (_rules.Count == 0)
            {
                return FaultsInForce.None;
            }

            var met = _rules.Where(counted => concerned(counted.Rule) && counted.Rule.When.Concerns(key) && counted.Next());
            return new FaultsInForce([.. met.Select(counted => counted.Rule)]);
        }
    }

    private sealed class Counted(FaultRule rule)
    {
        private int _calls;

        public FaultRule Rule { get; } = rule;

        public bool Next() => Rule.When.Holds(++_calls);
    }
}
