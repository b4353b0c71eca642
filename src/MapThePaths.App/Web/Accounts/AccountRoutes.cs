using MapThePaths.App.Web.Runs;
using MapThePaths.App.Web.Sequences;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.App.Web.Accounts;

/// <summary>Where one can send to, and who is signed in.</summary>
internal static class AccountRoutes
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/destinations", Destinations);
        api.MapGet("/accounts", (Composition composition) => TypedResults.Ok(
            Composition.SignInNames.Select(name => ServiceView.Of(composition.SignInTo(name), composition)).ToArray()));
        api.MapPost("/accounts/{service}/login", Login);
        api.MapPost("/accounts/{service}/token", async (string service, GivenToken given, Composition composition, CancellationToken cancellationToken) =>
            TypedResults.Ok(await SignInWork.ByTokenAsync(service, given, composition, cancellationToken)));
        api.MapPost("/accounts/{service}/logout", LogoutAsync);
    }

    private static Ok<DestinationCard[]> Destinations(Composition composition, long? sequence)
    {
        var meant = sequence is { } id ? composition.Meant(id) : null;
        return TypedResults.Ok(Composition.DestinationNames.Select(name => DestinationCard.Of(name, meant, composition)).ToArray());
    }

    private static Ok<RunStarted> Login(string service, LoginRequest request, RunList runs, Composition composition)
    {
        composition.SignInTo(service);
        return TypedResults.Ok(runs.Start(RunKind.Login, sequence: null, (run, own, cancellationToken) =>
            SignInWork.ByBrowserAsync(service, request.Account, run, own, cancellationToken)));
    }

    private static async Task<Ok<SignedOut>> LogoutAsync(string service, LoginRequest request, Composition composition, CancellationToken cancellationToken)
    {
        var there = composition.SignInTo(service);
        var account = composition.Accounts.Choose(service, request.Account, anyWillDo: false)
            ?? throw new UserMistakeException($"Nobody is signed in at {Composition.TitleOf(service)} by this program.");
        var token = there.Revocation is null ? null : await composition.Accounts.TokenAsync(account, cancellationToken);
        var isRevoked = token is not null && await IsRevokedAsync(there.Revocation!, token, cancellationToken);
        await composition.Accounts.ForgetAsync(account, cancellationToken);
        return TypedResults.Ok(new SignedOut(account.Name, isRevoked, isRevoked
            ? $"The token of '{account.Name}' is forgotten here and revoked there."
            : $"The token of '{account.Name}' is forgotten here. It may still be good there: remove the app in the settings of your account at {Composition.TitleOf(service)}."));
    }

    private static async Task<bool> IsRevokedAsync(IRevocation revocation, string token, CancellationToken cancellationToken)
    {
        try
        {
            await revocation.RevokeAsync(token, cancellationToken);
            return true;
        }
        catch (DestinationException)
        {
            return false;
        }
    }
}

/// <param name="Revoked">The service has ended the token too.</param>
internal sealed record SignedOut(string Account, bool Revoked, string Message);
