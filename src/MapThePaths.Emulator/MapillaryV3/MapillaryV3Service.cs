using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Hosting;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Consent;
using MapThePaths.Emulator.MapillaryV3.Entities;
using MapThePaths.Emulator.MapillaryV3.Identity;
using MapThePaths.Emulator.MapillaryV3.Pictures;
using MapThePaths.Emulator.MapillaryV3.Queries;
using MapThePaths.Emulator.MapillaryV3.Rules;
using MapThePaths.Emulator.MapillaryV3.Storage;
using MapThePaths.Emulator.MapillaryV3.Uploading;
using MapThePaths.Emulator.State;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.Emulator.MapillaryV3;

/// <summary>All that the stand-in for Mapillary's API v3 holds, and its table of contents: which call is which operation.</summary>
internal sealed class MapillaryV3Service(
    EmulatorOptions options, StateFolder folder, Journal journal, FaultScript script, Accounts accounts)
{
    public const string ApiPath = "/v3";
    public const string ConnectPath = "/connect-v3";

    public ClientRegistered Client { get; } = V3Client.Of(accounts);

    private ClientIsRegistered Registered => new(Client.ClientId);

    /// <summary>An organization that every user may upload to.</summary>
    public string OrganizationKey { get; } = OpaqueKey.Of("organization/" + accounts.App.OrganizationId);

    public Sessions Sessions { get; } =
        new(folder, journal, script, accounts, options.TimeProvider, TimeSpan.FromSeconds(options.ProcessingSeconds));

    public void Map(IEndpointRouteBuilder routes, Door door, Link link)
    {
        var policy = new FormPolicy(Client.Secret);
        var bearer = new BearerCheck(accounts, V3Token.Kind);
        MapConsent(routes, door);
        MapUser(routes, door, bearer);
        MapSessions(routes, door, bearer, new SessionObject(Client.ClientId, policy));
        MapQueries(routes, door, bearer);
        routes.MapPost(Bucket.Path, door.To(new TakeForm(Sessions, policy, link, options.KeptBytesPerFile), S3Error.Dialect));
        routes.Map(ApiPath + "/{**rest}", door.To(new RefuseUnknownPath(), V3Error.Dialect));
    }

    private void MapConsent(IEndpointRouteBuilder routes, Door door)
    {
        var check = new ConnectCheck(Client.ClientId, options.CallbackUrl);
        routes.MapGet(ConnectPath, door.To(new AskConnect(check), V3Error.Dialect));
        routes.MapPost(ConnectPath, door.To(new DecideConnect(check, accounts), V3Error.Dialect));
    }

    private void MapUser(IEndpointRouteBuilder routes, Door door, BearerCheck bearer)
    {
        var user = new BearerIsLiving(bearer);
        routes.MapGet(ApiPath + "/me", door.To(new AskProfile(Registered, user), V3Error.Dialect));
        routes.MapGet(
            ApiPath + "/users/{user_key}/organizations",
            door.To(new AskOrganizations(OrganizationKey, Registered, user, new BearerMayReadPrivate()), V3Error.Dialect));
        routes.MapPost(ApiPath + "/me/logout", door.To(new SignOut(accounts, Client.ClientId, Registered, user), V3Error.Dialect));
    }

    private void MapSessions(IEndpointRouteBuilder routes, Door door, BearerCheck bearer, SessionObject objects)
    {
        const string Path = ApiPath + "/me/uploads";
        var user = new BearerIsLiving(bearer);
        var mayUpload = new BearerMayUpload();
        routes.MapPost(Path, door.To(new OpenSession(Sessions, objects, OrganizationKey, Registered, user, mayUpload), V3Error.Dialect));
        routes.MapGet(Path, door.To(new ListSessions(Sessions, objects, Registered, user), V3Error.Dialect));
        routes.MapGet(Path + "/{key}", door.To(new AskSession(Sessions, objects, Registered, user), V3Error.Dialect));
        routes.MapPut(Path + "/{key}/closed", door.To(new PublishSession(Sessions, Registered, user, mayUpload), V3Error.Dialect));
    }

    private void MapQueries(IEndpointRouteBuilder routes, Door door, BearerCheck bearer)
    {
        var anybody = new BearerIsLivingIfGiven(bearer);
        var library = new Library(Sessions);
        var feature = new Feature(accounts);
        Get("/sequences", new SearchSequences(library, feature, accounts, Registered, anybody));
        Get("/sequences/{key}", new AskSequence(library, feature, Registered, anybody));
        Get("/images", new SearchImages(library, feature, accounts, Registered, anybody));
        Get("/images/{key}", new AskImage(library, feature, Registered, anybody));
        Get("/images/{key}/download_original", new AskOriginal(library, Registered, new BearerIsLiving(bearer)));

        void Get(string path, IOperation operation) => routes.MapGet(ApiPath + path, door.To(operation, V3Error.Dialect));
    }
}
