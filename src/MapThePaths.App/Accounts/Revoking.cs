using MapThePaths.Core.Destinations;

namespace MapThePaths.App.Accounts;

/// <summary>What became of a wish that a service may end a token.</summary>
/// <param name="WhyNot">Null when it was ended there.</param>
/// <param name="IsTrouble">Whether it could have been ended.</param>
internal sealed record Revoked(string? WhyNot, bool IsTrouble)
{
    public bool Done => WhyNot is null;
}

/// <summary>Has a service end the token of an account. Only the server that gave it is asked: another one would learn it.</summary>
internal static class Revoking
{
    private const string MayBeGood = "remove the app in the settings of your account there";

    public static async Task<Revoked> RunAsync(SignInService service, StoredAccount account, AccountList accounts, CancellationToken cancellationToken)
    {
        if (service.Revocation is not { } revocation)
        {
            return new Revoked($"{Without(service)} To end it there as well, {MayBeGood}.", IsTrouble: false);
        }

        if (account.Server != service.Server)
        {
            return new Revoked($"{service.Name}: {GivenBy(account)}, and the settings name {service.Server} now, which must not learn it. The token may still be good where it was given: {MayBeGood}.", IsTrouble: true);
        }

        if (await accounts.TokenAsync(account, cancellationToken) is not { } token)
        {
            return new Revoked($"{service.Name}: the token is no longer where it was kept, so it could not be revoked there. It may still be good: {MayBeGood}.", IsTrouble: true);
        }

        try
        {
            await revocation.RevokeAsync(token, cancellationToken);
            return new Revoked(WhyNot: null, IsTrouble: false);
        }
        catch (DestinationException failure)
        {
            return new Revoked($"{failure.Message}. The token may still be good there: {MayBeGood}.", IsTrouble: true);
        }
    }

    private static string Without(SignInService service) => service.TakesTokens
        ? $"{service.Name} has no way for a program to revoke a token."
        : $"It was not revoked there, since {string.Join(" and ", service.Missing)} is not set.";

    private static string GivenBy(StoredAccount account) =>
        account.Server is { } server ? $"the token was given by {server}" : "it was not noted which server gave the token";
}
