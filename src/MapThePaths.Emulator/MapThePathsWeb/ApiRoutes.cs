using System.Text.RegularExpressions;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapThePathsWeb.Pages;
using MapThePaths.Emulator.MapThePathsWeb.Rules;
using MapThePaths.Emulator.MapThePathsWeb.Sequences;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Http;

namespace MapThePaths.Emulator.MapThePathsWeb;

/// <summary>What lies below <c>/api/v1/</c>. The server compares the beginnings of addresses, with one exception (§3).</summary>
internal sealed partial class ApiRoutes
{
    private readonly List<(Predicate<string> Fits, RequestDelegate Operation)> _table;
    private readonly RequestDelegate _unknown;

    public ApiRoutes(WebGeneration generation, SequenceRows rows, MapillaryAsked mapillary, BearerCheck bearer, Door door)
    {
        var signedIn = new UserIsSignedIn(bearer, readsBasic: generation == WebGeneration.Seed);
        IRule[] post = [new AnswerIsWanted(), signedIn, new MethodIs("POST")];
        IRule[] put = [new AnswerIsWanted(), signedIn, new MethodIs("PUT")];
        _unknown = To(new ShowUnknown(generation));
        _table = generation == WebGeneration.Seed
            ? [
                (Begins("mapillary/token/verify"), To(new VerifyToken(rows, mapillary, post))),
                (Begins("sequence/import"), To(new ImportBySeed(rows, mapillary, post))),
            ]
            : [
                (Begins("sequence/create"), To(new CreateSequence(rows, post))),
                (ImportOfOne().IsMatch, To(new ImportByHead(rows, mapillary, put))),
            ];

        RequestDelegate To(IOperation operation) => door.To(operation, WebError.Dialect);
    }

    /// <param name="path">Without <c>/api/v1/</c>.</param>
    public RequestDelegate Find(string path) => _table.Find(route => route.Fits(path)).Operation ?? _unknown;

    private static Predicate<string> Begins(string start) => path => path.StartsWith(start, StringComparison.Ordinal);

    [GeneratedRegex("^sequence/import/[^/]+/?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImportOfOne();
}
