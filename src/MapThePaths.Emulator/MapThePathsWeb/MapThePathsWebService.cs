using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapThePathsWeb.Consent;
using MapThePaths.Emulator.MapThePathsWeb.Identity;
using MapThePaths.Emulator.MapThePathsWeb.Pages;
using MapThePaths.Emulator.MapThePathsWeb.Sequences;
using MapThePaths.Emulator.State;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.Emulator.MapThePathsWeb;

/// <summary>All that the stand-in for Map the Paths Web holds, and its table of contents: which call is which operation.</summary>
internal sealed class MapThePathsWebService(
    EmulatorOptions options, Journal journal, Accounts accounts, Func<string> v3Url, string v3ClientId) : IDisposable
{
    private const string AppAddress = "app.mtp.desktop://app";
    private readonly MapillaryAsked _mapillary = new(v3Url, options.WebMapillaryClientId ?? v3ClientId);

    public ClientRegistered Client { get; } = WebToken.Client(accounts);

    public TokenKind Tokens { get; } = WebToken.Kind(options.WebGeneration);

    public SequenceRows Rows { get; } = new(journal);

    public string AuthorizePath => OAuthPath + "/authorize/";

    private bool IsSeed => options.WebGeneration == WebGeneration.Seed;

    /// <summary>OAuth moved on 15 September 2020 (§1).</summary>
    private string OAuthPath => IsSeed ? "/o" : "/accounts";

    /// <summary>The seed generation took http and https alone, the later ones the app's own scheme alone (§2).</summary>
    private string RedirectUri => IsSeed ? options.CallbackUrl : AppAddress;

    public void Map(IEndpointRouteBuilder routes, Door door)
    {
        MapConsent(routes, door);
        MapApi(routes, door);
        if (!IsSeed)
        {
            MapRelays(routes, door);
            routes.MapGet("/sequence/{key}/ajax_get_detail/", door.To(new AskDetail(Rows, accounts), WebError.Dialect));
        }

        MapUnknown(routes, door);
    }

    public void Dispose() => _mapillary.Dispose();

    private void MapApi(IEndpointRouteBuilder routes, Door door)
    {
        var api = new ApiRoutes(options.WebGeneration, Rows, _mapillary, new BearerCheck(accounts, Tokens), door);
        routes.Map("/api/v1/{**rest}", context => api.Find((string?)context.GetRouteValue("rest") ?? "")(context));
    }

    private void MapConsent(IEndpointRouteBuilder routes, Door door)
    {
        var check = new AuthorizationCheck(Client.ClientId, RedirectUri, Tokens);
        var grant = new ImplicitGrant(accounts, Tokens);
        routes.MapGet(AuthorizePath, door.To(new AskAuthorization(check, grant, accounts), WebError.Dialect));
        routes.MapPost(AuthorizePath, door.To(new DecideAuthorization(check, grant, accounts), WebError.Dialect));
        routes.MapPost(OAuthPath + "/token/", door.To(new RefuseGrant(), WebError.Dialect));
        routes.MapPost(OAuthPath + "/revoke_token/", door.To(new RevokeToken(accounts, Tokens, Client.ClientId), WebError.Dialect));
    }

    private static void MapRelays(IEndpointRouteBuilder routes, Door door)
    {
        routes.MapGet("/accounts/check-mtpu-mapillary-oauth", door.To(new RelayToken("mapillary"), WebError.Dialect));
        routes.MapGet("/accounts/check-mtpu-google-oauth", door.To(new RelayToken("google"), WebError.Dialect));
        routes.MapGet("/exchange_token", door.To(new RelayToken("strava"), WebError.Dialect));
    }

    /// <summary>Only below the site's own folders: other services live on the same origin here.</summary>
    private void MapUnknown(IEndpointRouteBuilder routes, Door door)
    {
        foreach (var folder in (string[])["api", "accounts", "o", "sequence", "exchange_token"])
        {
            routes.Map($"/{folder}/{{**rest}}", door.To(new ShowUnknown(options.WebGeneration), WebError.Dialect));
        }
    }
}
