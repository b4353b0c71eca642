using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Consent;
using MapThePaths.Emulator.MapillaryV3.Entities;
using MapThePaths.Emulator.MapillaryV3.Identity;
using MapThePaths.Emulator.MapillaryV3.Rules;
using MapThePaths.Emulator.State;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.Emulator.MapillaryV3;

/// <summary>All that the stand-in for Mapillary's API v3 holds, and its table of contents: which call is which operation.</summary>
internal sealed class MapillaryV3Service(EmulatorOptions options, Accounts accounts)
{
    public const string ApiPath = "/v3";
    public const string ConnectPath = "/connect-v3";

    public ClientRegistered Client { get; } = V3Client.Of(accounts);

    public void Map(IEndpointRouteBuilder routes, Door door)
    {
        MapConsent(routes, door);
        MapApi(routes, door);
    }

    private void MapConsent(IEndpointRouteBuilder routes, Door door)
    {
        var check = new ConnectCheck(Client.ClientId, options.CallbackUrl);
        routes.MapGet(ConnectPath, door.To(new AskConnect(check), V3Error.Dialect));
        routes.MapPost(ConnectPath, door.To(new DecideConnect(check, accounts), V3Error.Dialect));
    }

    private void MapApi(IEndpointRouteBuilder routes, Door door)
    {
        var client = new ClientIsRegistered(Client.ClientId);
        var user = new BearerIsLiving(new BearerCheck(accounts, V3Token.Kind));
        Get("/me", new AskProfile(client, user));
        Post("/me/logout", new SignOut(accounts, Client.ClientId, user));
        routes.Map(ApiPath + "/{**rest}", door.To(new RefuseUnknownPath(), V3Error.Dialect));

        void Get(string path, IOperation operation) => routes.MapGet(ApiPath + path, door.To(operation, V3Error.Dialect));
        void Post(string path, IOperation operation) => routes.MapPost(ApiPath + path, door.To(operation, V3Error.Dialect));
    }
}
