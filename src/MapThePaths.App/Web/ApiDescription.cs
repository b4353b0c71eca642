using System.Text.Json.Serialization.Metadata;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.OpenApi;

namespace MapThePaths.App.Web;

/// <summary>
/// The one description of what page and program say to each other: made from the routes, kept in <c>web/src/api/openapi.json</c>, from which
/// the page's types are made. A test compares both.
/// </summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = NameOf;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "The page of the Map the Paths Uploader", Version = "1" };

            // Where it runs is another port each time.
            document.Servers = [];
            return Task.CompletedTask;
        });
    }

    // Some names are taken by the program's own types.
    private static string? NameOf(JsonTypeInfo type) => type.Type switch
    {
        var known when known == typeof(ReasonView) => "Reason",
        var known when known == typeof(PhotoState) => "State",
        _ => OpenApiOptions.CreateDefaultSchemaReferenceId(type),
    };
}
