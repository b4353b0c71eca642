using MapThePaths.Core.Destinations;

namespace MapThePaths.App.Cli;

/// <summary>What to do about a destination's failure, in one sentence after its own words.</summary>
internal static class Advice
{
    public static string WithAdvice(this DestinationException failure) => failure switch
    {
        { Kind: FailureKind.SignInNeeded, Code: "no-token" } => failure.Message,
        { Kind: FailureKind.SignInNeeded } =>
            $"{failure.Message}. The token in MAPILLARY_ACCESS_TOKEN is wrong, has ended or lacks upload permission: put a new one there and run the same command again. Nothing is lost.",
        { Kind: FailureKind.Unreachable } => $"{failure.Message}. Check the network, then run the same command again: it goes on where it was.",
        _ => failure.Message,
    };
}
