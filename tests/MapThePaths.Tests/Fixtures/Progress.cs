namespace MapThePaths.Tests.Fixtures;

/// <summary>Keeps what it is told, at once and in order; the platform's own posts it to somewhere else.</summary>
internal sealed class Progress(Action<long>? told = null) : IProgress<long>
{
    private readonly List<long> _reports = [];

    public IReadOnlyList<long> Reports => _reports;

    public void Report(long value)
    {
        _reports.Add(value);
        told?.Invoke(value);
    }
}
