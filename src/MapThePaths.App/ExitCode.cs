using MapThePaths.Core.Destinations;

namespace MapThePaths.App;

/// <summary>How the program ends (design §5). The one table; shown by <c>--help</c>.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int ProgramFault = 1;
    public const int WrongUsage = 2;
    public const int PartlyDone = 3;
    public const int SignInNeeded = 4;
    public const int DestinationFailed = 5;
    public const int RefusedByRule = 6;
    public const int Cancelled = 130;

    public const string Explained =
        "Exit codes: 0 all done; 1 fault in the program or its catalog; 2 wrong usage; 3 partly done; 4 sign-in needed; "
        + "5 destination or network failed; 6 refused by a rule; 130 cancelled.";

    /// <summary>How a run ends that a destination's failure has ended.</summary>
    public static int Of(DestinationException failure) => failure.Kind switch
    {
        FailureKind.SignInNeeded => SignInNeeded,
        FailureKind.AskedWrongly => WrongUsage,
        _ => DestinationFailed,
    };
}
