using Microsoft.AspNetCore.OpenApi;

namespace MapThePaths.App.Web;

/// <summary>
/// The one description of what page and program say to each other: made from the routes, kept in <c>web/src/api/openapi.json</c>, from which
/// the page's types are made. A test compares both.
/// </summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new() { Title = "The page of the Map the Paths Uploader", Version = "1" };

        // Where it runs is another port each time.
        document.Servers = [];
        return Task.CompletedTask;
    });
}
