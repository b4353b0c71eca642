using MapThePaths.App.Services;
using MapThePaths.Core.Destinations;

namespace MapThePaths.App;

/// <summary>What to do about a destination's failure, in one sentence after its own words.</summary>
internal static class Advice
{
    public static string WithAdvice(this DestinationException failure) => failure switch
    {
        { SaysWhatToDo: true } => failure.Message,
        { Kind: FailureKind.SignInNeeded } =>
            $"{failure.Message}. The token is wrong, has ended, was revoked or lacks upload permission: {SignIn(failure)}, then run the same command again. Nothing is lost.",
        { Kind: FailureKind.Unreachable, Code: DestinationException.NobodyListens } =>
            $"{failure.Message}. Start the program that is to answer there ('mtpdu emulate' is one), or mend the setting that names this address; then run the same command again: it goes on where it was.",
        { Kind: FailureKind.Unreachable, IsAnswered: true } =>
            $"{failure.Message}. The service is in trouble, not your network: run the same command again later, it goes on where it was.",
        { Kind: FailureKind.Unreachable } => $"{failure.Message}. Check the network, then run the same command again: it goes on where it was.",
        _ => failure.Message,
    };

    // A destination's messages begin with its name.
    private static string SignIn(DestinationException failure) =>
        ServiceList.SignInNames.FirstOrDefault(name => failure.Message.StartsWith($"{name}:", StringComparison.Ordinal)) is { } service
            ? $"sign in with 'mtpdu login {service}' (or renew the token in {ServiceList.Of(service).TokenSettings}, if you gave one there)"
            : "sign in anew";
}
