using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb;

internal enum WantedForm
{
    Json,
    Page,
    Neither,
}

/// <summary>
/// What <c>Accept</c> asks for (§3): the more exactly named form wins, and JSON among equals. That weighing is the framework's way; nobody
/// has watched it.
/// </summary>
internal static class Wanted
{
    private static readonly (string Type, WantedForm Form)[] ByExactness =
    [
        ("application/json", WantedForm.Json), ("text/html", WantedForm.Page),
        ("application/*", WantedForm.Json), ("text/*", WantedForm.Page), ("*/*", WantedForm.Json),
    ];

    public static WantedForm By(Call call)
    {
        var accepted = (call.Header("Accept") ?? "*/*").Split(',').Select(type => type.Split(';')[0].Trim()).ToList();
        var found = Array.FindIndex(ByExactness, known => accepted.Contains(known.Type));
        return found < 0 ? WantedForm.Neither : ByExactness[found].Form;
    }
}
