using Spectre.Console;
using Spectre.Console.Rendering;

namespace MapThePaths.App.Cli;

/// <summary>A column of the bar that is empty as long as nobody knows how long the work takes.</summary>
internal sealed class WhileSending(ProgressColumn column) : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        task.IsIndeterminate ? Text.Empty : column.Render(options, task, deltaTime);

    public override int? GetColumnWidth(RenderOptions options) => column.GetColumnWidth(options);
}
