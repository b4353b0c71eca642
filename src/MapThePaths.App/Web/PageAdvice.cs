using MapThePaths.Core.Destinations;

namespace MapThePaths.App.Web;

/// <summary>What to do on the page about a destination's failure, after its own words.</summary>
internal static class PageAdvice
{
    public static string OnPage(this DestinationException failure) => failure switch
    {
        { Code: "not-set-up" } => $"{failure.Message}. Put what is missing into .env, as the README tells, then try again: nothing is lost.",
        { Kind: FailureKind.SignInNeeded, NextStep: not null } => SignIn(failure),
        { SaysWhatToDo: true } => failure.Message,
        { Kind: FailureKind.SignInNeeded } when failure.NeedsNoSignIn() => $"{failure.Message}. {Advice.NothingToSignIn} Try again later: nothing is lost.",
        { Kind: FailureKind.SignInNeeded } => SignIn(failure),
        { Kind: FailureKind.Unreachable, Code: DestinationException.NobodyListens } =>
            $"{failure.Message}. Start the program that is to answer there ('mtpdu emulate' is one), or mend the setting that names this address; then try again: it goes on where it was.",
        { Kind: FailureKind.Unreachable, IsAnswered: true } => $"{failure.Message}. The service is in trouble, not your network: try again later, it goes on where it was.",
        { Kind: FailureKind.Unreachable } => $"{failure.Message}. Check the network, then try again: it goes on where it was.",
        _ => failure.Message,
    };

    private static string SignIn(DestinationException failure) => $"{failure.Message}. Sign in under Accounts and settings, then try again: nothing is lost.";
}
