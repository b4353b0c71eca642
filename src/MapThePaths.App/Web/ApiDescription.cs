using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MapThePaths.App.Web.Sequences;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

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
        options.AddSchemaTransformer((schema, context, _) =>
        {
            LeaveAwayWhatMayBeNull(schema, context.JsonTypeInfo);
            NameReasons(schema, context.JsonTypeInfo);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "The page of the Map the Paths Uploader", Version = "1" };

            // Where it runs is another port each time.
            document.Servers = [];
            return Task.CompletedTask;
        });
    }

    // Null is never written but left away; what is read may be left away likewise.
    private static void LeaveAwayWhatMayBeNull(OpenApiSchema schema, JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsGetNullable)
            {
                schema.Required?.Remove(property.Name);
            }
            else if (type.Type == typeof(SequenceDetail))
            {
                // Its constructor copies the members that must be set otherwise, which hides them from the description.
                (schema.Required ??= new HashSet<string>(StringComparer.Ordinal)).Add(property.Name);
            }
        }
    }

    // So that the page's build fails as long as it has no words for one of them.
    private static void NameReasons(OpenApiSchema schema, JsonTypeInfo type)
    {
        if (type.Type == typeof(ReasonView) && schema.Properties?["code"] is OpenApiSchema code)
        {
            code.Enum = [.. Reason.All.Select(reason => JsonValue.Create(reason.Code))];
        }
    }

    // Some names are taken by the program's own types.
    private static string? NameOf(JsonTypeInfo type) => type.Type switch
    {
        var known when known == typeof(ReasonView) => "Reason",
        var known when known == typeof(PhotoState) => "State",
        _ => OpenApiOptions.CreateDefaultSchemaReferenceId(type),
    };
}
