using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace MapThePaths.Destinations.Http;

/// <summary>The header <c>Link</c>, RFC 8288: where the next page is.</summary>
internal static partial class LinkHeader
{
    /// <summary>As written; null on the last page.</summary>
    public static string? Next(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out var values)
            ? Links().Matches(string.Join(',', values)).FirstOrDefault(IsNext)?.Groups["address"].Value
            : null;

    private static bool IsNext(Match link) =>
        Relation().Match(link.Groups["parameters"].Value) is { Success: true } relation
        && relation.Groups["names"].Value.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("""<(?<address>[^>]*)>(?<parameters>(?:\s*;\s*[^\s;,="]+\s*(?:=\s*(?:"[^"]*"|[^\s;,"]*))?)*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex("""(?i);\s*rel\s*=\s*(?:"(?<names>[^"]*)"|(?<names>[^\s;,"]*))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Relation();
}
