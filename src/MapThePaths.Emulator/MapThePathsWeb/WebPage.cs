using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb;

/// <summary>The pages for people that an API client meets by mistake.</summary>
internal static class WebPage
{
    public static Answer Crash => Of(500, "Server Error (500)");

    public static Answer Of(int status, string title) => Answer.Html(
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1></body></html>
        """,
        status);
}
