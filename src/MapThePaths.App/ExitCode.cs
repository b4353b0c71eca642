using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>How the program ends. The one table; shown by <c>--help</c>.</summary>
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

    // What no repetition mends comes first, then what may be over later, then what is partly well.
    private static readonly int[] ByUrgency = [ProgramFault, SignInNeeded, WrongUsage, RefusedByRule, DestinationFailed, PartlyDone, Done];

    /// <summary>Which of two ends a script must hear of when there is room for one: such as a sign-in that is needed before photos that failed.</summary>
    public static int MoreUrgent(int one, int other) => Array.IndexOf(ByUrgency, one) <= Array.IndexOf(ByUrgency, other) ? one : other;

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

    /// <summary>How an import ends.</summary>
    public static int Of(ImportResult import) => import.LeftOut.Any(left => left.Reason.IsBrokenFile) ? PartlyDone
        : import.Sequence is null ? WrongUsage
        : Done;

    /// <summary>How following ends that left parts like this.</summary>
    public static int Of(IReadOnlyList<PartStatus> parts) =>
        parts.Any(part => part.State is PartState.Failed or PartState.Publishing || part.Failed > 0 || part.Missing > 0) ? PartlyDone : Done;

    /// <summary>How verifying ends.</summary>
    /// <param name="advice">About each original; empty when none was asked for.</param>
    public static int Of(IReadOnlyList<PartVerification> verifications, IReadOnlyList<DeletionAdvice> advice) =>
        verifications.Count > 0 && verifications.All(part => part.IsWhole) && advice.All(original => original.Doubt is null) ? Done : PartlyDone;
}
