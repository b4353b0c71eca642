using MapThePaths.App.Services;
using MapThePaths.Core.Destinations;

namespace MapThePaths.App;

/// <summary>What to do about a destination's failure, in one sentence after its own words.</summary>
internal static class Advice
{
    public static string WithAdvice(this DestinationException failure) => failure switch
    {
        { NextStep: { } step } => $"{failure.Message}. {step}",
        { SaysWhatToDo: true } => failure.Message,
        { Kind: FailureKind.SignInNeeded } when failure.NeedsNoSignIn() => $"{failure.Message}. {NothingToSignIn} Run the same command again later: it goes on where it was.",
        { Kind: FailureKind.SignInNeeded } =>
            $"{failure.Message}. The token is wrong, has ended, was revoked or lacks upload permission: {SignIn(failure)}, then run the same command again. Nothing is lost.",
        { Kind: FailureKind.Unreachable, Code: DestinationException.NobodyListens } =>
            $"{failure.Message}. Start the program that is to answer there ('mtpdu emulate' is one), or mend the setting that names this address; then run the same command again: it goes on where it was.",
        { Kind: FailureKind.Unreachable, IsAnswered: true } =>
            $"{failure.Message}. The service is in trouble, not your network: run the same command again later, it goes on where it was.",
        { Kind: FailureKind.Unreachable } => $"{failure.Message}. Check the network, then run the same command again: it goes on where it was.",
        _ => failure.Message,
    };

    public const string NothingToSignIn = "Nobody signs in there, so it is no account of yours that is refused.";

    /// <summary>Whether it comes from a service that knows no accounts.</summary>
    public static bool NeedsNoSignIn(this DestinationException failure) => failure.Service() is { HasSignIn: false };

    /// <summary>The service that failed, with whose name the message begins; null for a failure of none.</summary>
    public static Service? Service(this DestinationException failure) => ServiceList.Find(failure.Message.Split(':')[0]);

    private static string SignIn(DestinationException failure) => failure.Service() is { } service
        ? $"sign in with 'mtpdu login {service.Name}' (or renew the token in {service.TokenSettings}, if you gave one there)"
        : "sign in anew";
}
