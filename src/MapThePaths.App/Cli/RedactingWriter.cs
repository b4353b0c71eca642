using System.Text;
using MapThePaths.Core.Destinations;

namespace MapThePaths.App.Cli;

/// <summary>An output that lets no secret through. Words come as a whole: nothing here writes a secret letter by letter.</summary>
internal sealed class RedactingWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void Write(string? value) => inner.Write(value is null ? null : Redaction.Of(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void WriteLine(string? value) => inner.WriteLine(value is null ? null : Redaction.Of(value));

    public override void Flush() => inner.Flush();
}
