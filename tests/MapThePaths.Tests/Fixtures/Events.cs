using MapThePaths.Core.Model;

namespace MapThePaths.Tests.Fixtures;

/// <summary>Keeps what stages tell, at once and in order.</summary>
internal sealed class Events : IProgress<FlowEvent>
{
    private readonly Lock _lock = new();
    private readonly List<FlowEvent> _events = [];

    public IReadOnlyList<T> Of<T>()
        where T : FlowEvent
    {
        lock (_lock)
        {
            return [.. _events.OfType<T>()];
        }
    }

    public void Report(FlowEvent value)
    {
        lock (_lock)
        {
            _events.Add(value);
        }
    }
}
