using System.Diagnostics.CodeAnalysis;
using MapThePaths.App.Services;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Preparing;

namespace MapThePaths.App.Web.Accounts;

/// <summary>A destination to choose, or why it cannot be chosen.</summary>
/// <param name="Reason">Why it is not ready.</param>
/// <param name="Service">Where to sign in, when that is what lacks.</param>
/// <param name="HasOrganizations">Whether it publishes for organizations too.</param>
/// <param name="Account">Whose token would be used; absent where a setting holds it.</param>
/// <param name="TokenSetting">The setting whose token would be used; whose that is, only the service knows.</param>
/// <param name="Accounts">All that are signed in there; with several, one has to be named when sending.</param>
/// <param name="Address">The server, where the settings name one.</param>
internal sealed record DestinationCard(
    string Name,
    string Title,
    bool Ready,
    string? Reason,
    string? NextStep,
    string? Service,
    bool IsPractice,
    bool HasOrganizations,
    string? Account,
    string? TokenSetting,
    IReadOnlyList<string> Accounts,
    string? Address)
{
    /// <param name="arranged">Null to ask about the destination alone.</param>
    public static DestinationCard Of(string destination, ArrangedSequence? arranged, Composition composition)
    {
        var known = ServiceList.Of(destination);
        var service = known.HasSignIn ? composition.SignInTo(destination) : null;
        var accounts = service is null ? [] : composition.Accounts.At(destination).Select(account => account.Name).ToArray();
        var why = WhyNotSetUp(service, accounts) ?? WhyNotTaken(destination, arranged, composition) ?? WhyNotSignedIn(service, accounts);
        return new DestinationCard(
            destination,
            ServiceList.TitleOf(destination),
            why is null,
            why?.Reason,
            why?.NextStep,
            why is { IsSignIn: true } ? destination : null,
            known.IsPractice,
            known.HasOrganizations,
            HasGivenToken(service) ? null : accounts.LastOrDefault(),
            HasGivenToken(service) ? service.TokenSetting : null,
            accounts,
            known.AddressIn(composition.Settings));
    }

    private static Obstacle? WhyNotTaken(string destination, ArrangedSequence? arranged, Composition composition)
    {
        if (arranged is null)
        {
            return null;
        }

        var plan = Planning.Plan(arranged, destination, ServiceList.RulesOf(destination));
        return plan switch
        {
            { Refusal: { } refusal } => new Obstacle($"The sequence {refusal.Meaning}.", refusal.NextStep),
            { Parts.Count: 0, LeftOut: var left } when left.Select(photo => photo.Reason).Distinct().ToList() is [var only] =>
                new Obstacle($"Every one of its photos {only.Meaning}.", "The plan tells what can be done."),
            { Parts.Count: 0 } => new Obstacle("All its photos are left out.", "The plan tells why."),
            _ => null,
        };
    }

    private static Obstacle? WhyNotSetUp(SignInService? service, string[] accounts) =>
        service is { TakesTokens: false } || (service is { IsSetUp: false } && !HasGivenToken(service) && accounts.Length == 0)
        ? new Obstacle($"It is not set up: {string.Join(" and ", service.Missing)} missing.", PageSteps.SetUp(service))
        : null;

    private static Obstacle? WhyNotSignedIn(SignInService? service, string[] accounts) => service is not null && !HasGivenToken(service) && accounts.Length == 0
        ? new Obstacle("Nobody is signed in there.", NextStep: null) { IsSignIn = true }
        : null;

    // A token that cannot be used is nobody's.
    private static bool HasGivenToken([NotNullWhen(true)] SignInService? service) => service is { TakesTokens: true, GivenToken: not null };

    private sealed record Obstacle(string Reason, string? NextStep)
    {
        public bool IsSignIn { get; init; }
    }
}
