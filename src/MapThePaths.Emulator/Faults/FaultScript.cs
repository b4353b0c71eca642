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

    /// <summary>In the order they were given, with how many calls each concerned and how many of them it met.</summary>
    public IReadOnlyList<(FaultRule Rule, int Calls, int Met)> All()
    {
        lock (_gate)
        {
            return [.. _rules.Select(counted => (counted.Rule, counted.Calls, counted.Met))];
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
        public FaultRule Rule { get; } = rule;

        public int Calls { get; private set; }

        public int Met { get; private set; }

        public bool Next()
        {
            var holds = Rule.When.Holds(++Calls);
            Met += holds ? 1 : 0;
            return holds;
        }
    }
}
