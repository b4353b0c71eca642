using System.Text;
using System.Text.Encodings.Web;
using MapThePaths.Emulator.State;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Sequences;

/// <summary>The answer to create and import, written by another hand than the refusals: a blank after each colon (§3).</summary>
internal static class WebSuccess
{
    public static Answer Of(string message, RowSaved row)
    {
        var text = $$"""{"status": "success", "message": "{{JavaScriptEncoder.Default.Encode(message)}}", "unique_id": "{{row.Id}}"}""";
        return new Answer(200, "application/json", Encoding.UTF8.GetBytes(text));
    }
}
