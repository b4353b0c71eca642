using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace MapThePaths.App.Web;

/// <summary>The built page (folder <c>web</c>), as it lies in the program.</summary>
internal static class PageFiles
{
    private const string Prefix = "web/";
    private const string Start = "index.html";

    // What the first page asks for as soon as its code runs: the program prepares its answers while the browser reads that code.
    private const string AskedFirst =
        "</api/runs>; rel=preload; as=fetch; crossorigin=anonymous, </api/sequences?offset=0&limit=12>; rel=preload; as=fetch; crossorigin=anonymous";

    private static readonly FileExtensionContentTypeProvider Types = new();

    private static readonly FrozenSet<string> Names = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Select(name => name.Replace('\\', '/'))
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Serves them; every address that is none of a file is one of the page's own and gets its start.</summary>
    public static void MapPageFiles(this WebApplication app) => app.MapGet("/{**name}", (string? name, HttpRequest request, HttpResponse response) =>
    {
        if (request.Path == "/" && !request.QueryString.HasValue)
        {
            response.Headers.Link = AskedFirst;
        }

        var file = name is not null && Names.Contains(name) ? name : Start;

        // Files with a fingerprint in their name never change.
        response.Headers.CacheControl = file.StartsWith("assets/", StringComparison.Ordinal) ? "private, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Stream(Open(file), Types.TryGetContentType(file, out var type) ? type : "application/octet-stream");
    }).ExcludeFromDescription();

    private static Stream Open(string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + file)
        ?? Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + file.Replace('/', '\\'))
        ?? throw new FileNotFoundException($"The page's file {file} is not in this build.", file);
}
