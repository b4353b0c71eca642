using Spectre.Console.Rendering;

namespace MapThePaths.App.Cli;

/// <summary>What is written while a bar moves: the bar's lines are wiped first, or the rest of one would stand behind a shorter line.</summary>
internal sealed class AboveBar(IRenderable words) : IRenderable
{
    // ECMA-48: erases from the cursor to the end of the screen. The console has put the cursor where the bar begins, and draws it anew afterwards.
    private const string EraseBelow = "\u001b[J";

    public Measurement Measure(RenderOptions options, int maxWidth) => words.Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [Segment.Control(EraseBelow), .. words.Render(options, maxWidth)];
}
