using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Hosting;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Consent;
using MapThePaths.Emulator.Mapillary.Entities;
using MapThePaths.Emulator.Mapillary.Finishing;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Processing;
using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.State;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.Emulator.Mapillary;

/// <summary>All that Mapillary's stand-in holds, and its table of contents: which call is which operation (§2).</summary>
internal sealed class MapillaryService(
    EmulatorOptions options, StateFolder folder, Journal journal, FaultScript script, Accounts accounts) : IDisposable
{
    public const string GraphPath = "/graph";
    public const string UploadPath = "/upload/mapillary_public_uploads";
    public const string ConnectPath = "/connect";

    public UploadSessions Sessions { get; } = new(folder, journal, options.TimeProvider, options.KeptBytesPerFile);

    public Clusters Clusters => field ??= NewClusters();

    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public void Map(IEndpointRouteBuilder routes, Door door, Link link)
    {
        var tokens = new TokenCheck(accounts);
        MapUploadHost(routes, door, link, tokens);
        MapGraphHost(routes, door, tokens, new ImageFields(accounts));
        MapConsent(routes, door);
    }

    public void Dispose() => Sessions.Dispose();

    private void MapUploadHost(IEndpointRouteBuilder routes, Door door, Link link, TokenCheck tokens)
    {
        routes.MapGet(UploadPath + "/{key}", door.To(new AskOffset(Sessions, tokens), UploadError.Dialect));
        routes.MapPost(UploadPath + "/{key}", door.To(new SendBytes(Sessions, tokens, link), UploadError.Dialect));
    }

    private void MapGraphHost(IEndpointRouteBuilder routes, Door door, TokenCheck tokens, ImageFields fields)
    {
        var appId = accounts.App.AppId;
        var finish = new FinishCheck(Sessions, options.TimeProvider);
        Get("", new AskSeveral(tokens, appId, Clusters, fields));
        Get("/me", new AskMe(tokens, appId));
        Get("/images", new AskImages(tokens, accounts, Clusters, fields));
        Get("/image_ids", new AskImageIds(tokens, appId, Clusters));
        Get("/{id}", new AskEntity(tokens, accounts, Clusters, fields));
        Post("/finish_upload", new FinishUpload(finish, Clusters, accounts, tokens));
        Post("/logging", new TakeTelemetry());
        routes.Map(GraphPath + "/{**rest}", door.To(new RefuseUnknown(), GraphError.Dialect));

        void Get(string path, IOperation operation) => routes.MapGet(GraphPath + path, door.To(operation, GraphError.Dialect));
        void Post(string path, IOperation operation) => routes.MapPost(GraphPath + path, door.To(operation, GraphError.Dialect));
    }

    private void MapConsent(IEndpointRouteBuilder routes, Door door)
    {
        var codes = new AuthorizationCodes(options.TimeProvider);
        var check = new ConsentCheck(accounts, options.CallbackUrl);
        routes.MapGet(ConnectPath, door.To(new AskConsent(check), GraphError.Dialect));
        routes.MapPost(ConnectPath, door.To(new DecideConsent(check, accounts, codes), GraphError.Dialect));
        routes.MapPost(GraphPath + "/token", door.To(new ExchangeToken(accounts, codes, options.TimeProvider), GraphError.Dialect));
    }

    private Clusters NewClusters() =>
        new(journal, script, Sessions, options.TimeProvider, TimeSpan.FromSeconds(options.ProcessingSeconds));
}
