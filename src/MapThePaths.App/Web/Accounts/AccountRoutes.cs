using MapThePaths.App.Accounts;
using MapThePaths.App.Services;
using MapThePaths.App.Web.Runs;
using MapThePaths.App.Web.Sequences;
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
            ServiceList.SignInNames.Select(name => ServiceView.Of(composition.SignInTo(name), composition)).ToArray()));
        api.MapGet("/accounts/{service}/user", UserAsync);
        api.MapPost("/accounts/{service}/login", Login);
        api.MapPost("/accounts/{service}/token", async (string service, GivenToken given, Composition composition, CancellationToken cancellationToken) =>
            TypedResults.Ok(await SignInWork.ByTokenAsync(service, given, composition, cancellationToken)));
        api.MapPost("/accounts/{service}/logout", LogoutAsync);
    }

    private static Ok<DestinationCard[]> Destinations(Composition composition, long? sequence)
    {
        var arranged = sequence is { } id ? composition.Flow.Arrange(composition.Meant(id)) : null;
        return TypedResults.Ok(ServiceList.DestinationNames.Select(name => DestinationCard.Of(name, arranged, composition)).ToArray());
    }

    private static async Task<Ok<UserThere>> UserAsync(string service, Composition composition, CancellationToken cancellationToken) =>
        TypedResults.Ok(new UserThere((await composition.WhoIsSignedInAsync(composition.SignInTo(service), cancellationToken)).Name));

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
            ?? throw new UserMistakeException($"Nobody is signed in at {ServiceList.TitleOf(service)} by this program.");
        var revoked = await Revoking.RunAsync(there, account, composition.Accounts, cancellationToken);
        await composition.Accounts.ForgetAsync(account, cancellationToken);
        return TypedResults.Ok(new SignedOut(revoked.WhyNot is { } why
            ? $"The token of '{account.Name}' is forgotten here. {why}"
            : $"The token of '{account.Name}' is forgotten here and revoked there."));
    }
}

/// <summary>Whose token is used at a service, as the service says.</summary>
internal sealed record UserThere(string Name);

/// <param name="Message">Whether the service has ended the token too, and if not, why.</param>
internal sealed record SignedOut(string Message);
