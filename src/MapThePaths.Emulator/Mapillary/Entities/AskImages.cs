using System.Globalization;
using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Processing;
using MapThePaths.Emulator.Mapillary.Rules;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Http.Extensions;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>GET <c>/images</c>: search, newest first; further pages only for one creator's images (§8.3, §9.1).</summary>
internal sealed class AskImages(TokenCheck tokens, Accounts accounts, Clusters clusters, ImageFields imageFields) : IOperation
{
    private static readonly string[] NotInNext = ["access_token", "after"];

    public IReadOnlyList<IRule> Rules { get; } = [new TokenIsLiving(tokens, accounts.App.AppId)];

    public FaultTarget Target(Call call) => FaultTarget.Images;

    public Task<Answer> AnswerAsync(Call call)
    {
        var fields = FieldSelection.Of(call);
        var (query, wrong) = ImageQuery.Read(call);
        var refusal = FieldSelection.Refuse(fields, imageFields.Knows) ?? (wrong is null ? null : GraphError.Invalid(wrong));
        return Task.FromResult(refusal ?? Write(call, query!, fields));
    }

    private Answer Write(Call call, ImageQuery query, IReadOnlyList<string> fields)
    {
        var found = clusters.Visible.Where(image => Matches(query, image))
            .OrderByDescending(image => image.CapturedAtMs)
            .ThenByDescending(image => image.Id, StringComparer.Ordinal)
            .Skip(query.Skip)
            .ToList();
        var page = found.Take(query.Limit).Select(image => (JsonNode)imageFields.Write(image, fields, call.Origin));
        var answer = new JsonObject { ["data"] = new JsonArray([.. page]) };
        if (found.Count > query.Limit && query.CreatorUsername is not null)
        {
            answer["paging"] = Paging(call, query.Skip + query.Limit);
        }

        return Answer.Json(answer);
    }

    private bool Matches(ImageQuery query, ProcessedImage image) =>
        (query.CreatorUsername is null || accounts.ById(image.AccountId)!.Username == query.CreatorUsername)
        && (query.Start is null || image.Facts.CapturedAt >= query.Start)
        && (query.End is null || image.Facts.CapturedAt <= query.End)
        && (query.Box is null || query.Box.Holds(image.Facts.Longitude, image.Facts.Latitude))
        && (query.Circle is null || query.Circle.Holds(image.Facts.Longitude, image.Facts.Latitude))
        && (query.IsPanorama is null || image.Facts.IsPanorama == query.IsPanorama)
        && (query.Make is null || image.Facts.Make == query.Make)
        && (query.Model is null || image.Facts.Model == query.Model)
        && (query.OrganizationId is null || image.OrganizationId == query.OrganizationId)
        && (query.SequenceIds is null || query.SequenceIds.Contains(image.SequenceId));

    private static JsonObject Paging(Call call, int after)
    {
        var next = new QueryBuilder();
        foreach (var (name, value) in call.Request.Query.Where(part => !NotInNext.Contains(part.Key)))
        {
            next.Add(name, value.ToString());
        }

        var cursor = after.ToString(CultureInfo.InvariantCulture);
        next.Add("after", cursor);
        return new JsonObject
        {
            ["cursors"] = new JsonObject { ["after"] = cursor },
            ["next"] = $"{call.Origin}{call.Request.Path}{next}",
        };
    }
}
