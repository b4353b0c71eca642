using MapThePaths.Core.Model;

namespace MapThePaths.App.Syncing;

/// <summary>Passes on what a stage reports, and hears it too.</summary>
internal sealed class Listening(IProgress<FlowEvent> next, Action<FlowEvent> hear) : IProgress<FlowEvent>
{
    public void Report(FlowEvent value)
    {
        next.Report(value);
        hear(value);
    }
}
