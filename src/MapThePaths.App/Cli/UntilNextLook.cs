using Spectre.Console;
using Spectre.Console.Rendering;

namespace MapThePaths.App.Cli;

/// <summary>A column of the bar that counts down to the next look for images; empty while none is waited for.</summary>
internal sealed class UntilNextLook(TimeProvider time) : ProgressColumn
{
    private DateTimeOffset? _lookAt;

    /// <param name="wait">Null when no look follows.</param>
    public void Begin(TimeSpan? wait) => _lookAt = time.GetUtcNow() + wait;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        _lookAt - time.GetUtcNow() is { Ticks: > 0 } left ? new Text($"next look in {Wording.Duration(left)}") : Text.Empty;
}
