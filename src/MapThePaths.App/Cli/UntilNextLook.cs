using Spectre.Console;
using Spectre.Console.Rendering;

namespace MapThePaths.App.Cli;

/// <summary>A column of the bar that counts down to the next look for images; empty while none is waited for.</summary>
internal sealed class UntilNextLook(TimeProvider time) : ProgressColumn
{
    // Of a timestamp; read by the thread that draws.
    private long _lookAt;

    /// <param name="wait">Null when no look follows.</param>
    public void Begin(TimeSpan? wait) => Volatile.Write(ref _lookAt, time.GetTimestamp() + (long)(wait.GetValueOrDefault().TotalSeconds * time.TimestampFrequency));

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        time.GetElapsedTime(time.GetTimestamp(), Volatile.Read(ref _lookAt)) is { Ticks: > 0 } left ? new Text($"next look in {Wording.Duration(left)}") : Text.Empty;
}
