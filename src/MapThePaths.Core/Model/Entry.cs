using NodaTime;

namespace MapThePaths.Core.Model;

/// <summary>How far an entry has come. A step is stored before the call that it names and after it.</summary>
public enum EntryStep
{
    New,

    /// <summary>The call that makes it was about to go out; without an id nobody knows whether it was made.</summary>
    Creating,

    /// <summary>Its id is known, nothing is attached to it.</summary>
    Created,

    /// <summary>The call that attaches the destination's sequence was about to go out.</summary>
    Importing,

    Synced,
}

/// <summary>How an entry stands, for people and scripts.</summary>
public enum EntryState
{
    /// <summary>The next sync goes on with it, once what it waits for is there.</summary>
    Waiting,

    /// <summary>A call went out and nobody knows what became of it.</summary>
    Unclear,

    /// <summary>The server refused it.</summary>
    Failed,

    Synced,
}

/// <summary>What a published part still lacks before it can be synced.</summary>
public enum EntryNeed
{
    /// <summary>The destination has not shown yet under which key the sequence is there.</summary>
    SequenceKey,

    /// <summary>The user's consent to hand the destination's token over.</summary>
    Consent,

    SignIn,
}

/// <summary>A published part's sequence, and what a service that lists sequences knows of it.</summary>
/// <param name="Destination">Where its images are.</param>
/// <param name="SequenceKey">What that destination calls it; null while nobody knows.</param>
/// <param name="Server">Address of the service that lists it.</param>
public sealed record EntryStatus(long SequenceId, int Part, string Destination, string? SequenceKey, string Server)
{
    /// <summary>Error codes that a state or a need follows from.</summary>
    public const string Refused = "refused";
    public const string NotSignedIn = "sign-in";
    public const string SenderNotSignedIn = "sender-sign-in";

    /// <summary>The server's generation; null when it was not asked yet.</summary>
    public string? Contract { get; init; }

    /// <summary>What the server calls the entry; null while nobody knows.</summary>
    public string? EntryId { get; init; }

    public EntryStep Step { get; init; }

    /// <summary>When it came to this step; null when it was not begun.</summary>
    public Instant? At { get; init; }

    public string? ErrorCode { get; init; }

    public string? Error { get; init; }

    /// <summary>Whether the user lets the server have the destination's token.</summary>
    public bool IsAgreed { get; init; }

    public EntryState State => this switch
    {
        { Step: EntryStep.Synced } => EntryState.Synced,
        { Step: EntryStep.Creating or EntryStep.Importing } => EntryState.Unclear,
        { ErrorCode: Refused } => EntryState.Failed,
        _ => EntryState.Waiting,
    };

    /// <summary>Null when it lacks nothing of the kind.</summary>
    public EntryNeed? Needs => this switch
    {
        { Step: EntryStep.Synced } => null,
        { SequenceKey: null } => EntryNeed.SequenceKey,
        { IsAgreed: false } => EntryNeed.Consent,
        { ErrorCode: NotSignedIn or SenderNotSignedIn } => EntryNeed.SignIn,
        _ => null,
    };

    /// <summary>Whether the sign-in that is needed is that of whoever sent the images, at their destination; else it is the one at the server.</summary>
    public bool NeedsSender => Needs == EntryNeed.SignIn && ErrorCode == SenderNotSignedIn;
}

/// <summary>Steps, states and needs as the catalog and every output spell them.</summary>
public static class EntryWords
{
    private static readonly string[] StepWords = ["new", "creating", "created", "importing", "synced"];
    private static readonly string[] StateWords = ["waiting", "unclear", "failed", "synced"];
    private static readonly string[] NeedWords = ["sequence_key", "consent", "sign_in"];

    public static string Word(this EntryStep step) => StepWords[(int)step];

    public static string Word(this EntryState state) => StateWords[(int)state];

    public static string Word(this EntryNeed need) => NeedWords[(int)need];

    public static EntryStep ParseStep(string word) => (EntryStep)Array.IndexOf(StepWords, word);
}
