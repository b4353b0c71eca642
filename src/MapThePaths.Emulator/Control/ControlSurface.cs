using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Emulator.Mapillary;
using MapThePaths.Emulator.MapillaryV3;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.Emulator.Control;

/// <summary>
/// Outside the documented API: lets people and tests look at what the emulator holds, and script it while it runs. No tokens, no faults here.
/// </summary>
internal sealed class ControlSurface(
    MapillaryService service, MapillaryV3Service v3, MapThePathsWebService web, Accounts accounts, FaultScript script, Door door)
{
    public const string Path = "/emulator";
    public const string ImagesPath = Path + "/images";

    public void Map(IEndpointRouteBuilder routes)
    {
        var report = new StateReport(service, new V3Report(v3.Sessions, accounts), new WebReport(web.Rows, accounts), accounts, door);
        var users = new UserReport(accounts, web.Tokens);
        routes.MapGet(Path + "/state", context => SendAsync(context, report.Write()));
        routes.MapGet(Path + "/bytes/{key}", SendBytesAsync);
        routes.MapGet(Path + "/v3/bytes/{session}/{name}", SendPhotoAsync);
        routes.MapGet(ImagesPath + "/{id}", SendImageAsync);
        routes.MapPost(Path + "/users/{name}", context => SendAsync(context, users.Write(InRoute(context, "name"))));
        routes.MapGet(Path + "/faults", context => SendAsync(context, WriteFaults()));
        routes.MapPost(Path + "/faults", AddFaultAsync);
        routes.MapDelete(Path + "/faults", ClearFaultsAsync);
    }

    private Task SendBytesAsync(HttpContext context)
    {
        var user = context.Request.Query["user"].ToString();
        var account = accounts.ByName(user.Length == 0 ? Accounts.PracticeUser : user);
        var session = account is null ? null : service.Sessions.Find(account.Id, InRoute(context, "key"));
        return session is null || session.Length == 0
            ? NotFoundAsync(context)
            : SendFileAsync(context, session.Path, "application/octet-stream");
    }

    private Task SendImageAsync(HttpContext context)
    {
        var image = service.Clusters.Visible.FirstOrDefault(image => image.Id == InRoute(context, "id"));
        return image is null || image.Entry is not null
            ? NotFoundAsync(context)
            : SendFileAsync(context, service.Sessions.Find(image.AccountId, image.Key)!.Path, "image/jpeg");
    }

    private Task SendPhotoAsync(HttpContext context)
    {
        var photo = v3.Sessions.Find(InRoute(context, "session"))?.Photos.FirstOrDefault(photo => photo.Name == InRoute(context, "name"));
        return photo is null ? NotFoundAsync(context) : SendFileAsync(context, v3.Sessions.PathOf(photo.File), "application/octet-stream");
    }

    private JsonArray WriteFaults() =>
        new([.. script.All().Select(fault => (JsonNode)new JsonObject { ["rule"] = fault.Rule.Text, ["calls"] = fault.Calls, ["met"] = fault.Met })]);

    private async Task AddFaultAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            script.Add(FaultRule.Parse(text.Trim()));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (FaultRuleException wrong)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(wrong.Message, context.RequestAborted);
        }
    }

    private Task ClearFaultsAsync(HttpContext context)
    {
        script.Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static string InRoute(HttpContext context, string name) => (string)context.GetRouteValue(name)!;

    private static Task SendAsync(HttpContext context, JsonNode body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    private static Task SendFileAsync(HttpContext context, string path, string contentType)
    {
        context.Response.ContentType = contentType;
        return context.Response.SendFileAsync(path, context.RequestAborted);
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
