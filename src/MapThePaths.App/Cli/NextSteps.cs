using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Syncing;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Following;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App.Cli;

/// <summary>What a user can do about a part or a photo that is not where it should be.</summary>
internal static class NextSteps
{
    /// <summary>Null when there is nothing to do but wait.</summary>
    public static string? For(PartStatus part, Instant now) => part switch
    {
        { State: PartState.Publishing } => ForUnclear(part, now),
        { State: PartState.Failed } => $"'mtpdu send {part.SequenceId} --to {part.Destination}' tries again.",
        { Failed: > 0 } => $"'mtpdu show {part.SequenceId}' says why {Wording.Count(part.Failed, "photo")} failed; 'mtpdu send {part.SequenceId} --to {part.Destination}' tries again.",
        { Missing: > 0 } =>
            $"'mtpdu verify {part.SequenceId}' looks for the missing photos once more. If they stay away, 'mtpdu send {part.SequenceId} --to {part.Destination} --resend PHOTO' sends one again; should the first one appear after all, it is there twice.",
        { State: PartState.Draft or PartState.Uploading or PartState.Uploaded } => $"'mtpdu send {part.SequenceId} --to {part.Destination}' goes on with it.",
        { State: PartState.DryRun } => $"'mtpdu send {part.SequenceId} --to {part.Destination}' publishes it.",
        _ => null,
    };

    /// <summary>Null when there is nothing to do but wait.</summary>
    public static string? For(LifeLine line, long sequenceId, Instant now) => line switch
    {
        { State: PhotoState.Failed } => $"{Hint(line, sequenceId)}'mtpdu send {sequenceId} --to {line.Destination}' tries again.",
        { State: PhotoState.LeftOut, Reason: { } reason } => Step(reason, line, sequenceId),
        { State: PhotoState.Visible, Reason: { } reason } => Step(reason, line, sequenceId),
        { State: PhotoState.Missing } =>
            $"'mtpdu verify {sequenceId}' looks once more; 'mtpdu send {sequenceId} --to {line.Destination} --resend \"{Path.GetFileName(line.Path)}\"' sends it again.",
        { State: PhotoState.Sent, UnclearSince: { } since } => IsLongAgo(since, now)
            ? $"'mtpdu send {sequenceId} --to {line.Destination} --publish-again' publishes its part again."
            : $"'mtpdu status {sequenceId}' looks for its image; whether it was published is not known yet.",
        { State: PhotoState.Waiting or PhotoState.Sent } => $"'mtpdu send {sequenceId} --to {line.Destination}' goes on with it.",
        { State: PhotoState.DryRun } => $"'mtpdu send {sequenceId} --to {line.Destination}' publishes it.",
        _ => null,
    };

    /// <summary>One of which nothing is known here is another program's, or ours whose opening was never answered.</summary>
    public static string For(SessionStatus session) => session.SequenceId is { } id
        ? $"'mtpdu send {id} --to {session.Destination}' takes it up; with --new-session it is dropped, and the photos go to a new one."
        : "If another program opened it, that one can take it up. Else it can be left as it is: nobody publishes it.";

    /// <summary>Null when there is nothing to do.</summary>
    public static string? For(EntryStatus entry) => entry switch
    {
        { State: EntryState.Synced } => null,
        { Needs: EntryNeed.SequenceKey } => $"'mtpdu status {entry.SequenceId} --follow' waits for its images.",
        { Needs: EntryNeed.Consent } => $"'mtpdu sync {entry.SequenceId} --consent' lets {entry.Server} have your Mapillary token, which it needs, and goes on.",
        _ when EntryList.SignInAt(entry) is { } service => $"'mtpdu login {service}' signs in; then 'mtpdu sync {entry.SequenceId}' goes on with it.",
        { Step: EntryStep.Creating } => $"It is not known whether its entry was made, and no call tells. If there is none, 'mtpdu sync {entry.SequenceId} --create-again' makes it; an entry that is left over stays unpublished.",
        { State: EntryState.Unclear, EntryId: not null } => $"'mtpdu sync {entry.SequenceId}' looks whether it is there; if it cannot be found again and again, --create-again makes a new entry.",
        { State: EntryState.Failed } => $"'mtpdu sync {entry.SequenceId}' tries again.",
        _ => $"'mtpdu sync {entry.SequenceId}' goes on with it.",
    };

    private static string ForUnclear(PartStatus part, Instant now)
    {
        var since = part.IntentAt ?? now;
        return IsLongAgo(since, now)
            ? $"It has shown no image for 72 hours, so it was hardly published. 'mtpdu send {part.SequenceId} --to {part.Destination} --publish-again' publishes it again."
            : $"'mtpdu status {part.SequenceId} --follow' looks for its images. If there are none by {JsonLines.Iso(since + FollowingStage.MissingAfter)}, it can be published again.";
    }

    private static bool IsLongAgo(Instant since, Instant now) => now - since >= FollowingStage.MissingAfter;

    private static string Hint(LifeLine line, long sequenceId) => line.Reason is { } code && Step(code, line, sequenceId) is { } step ? $"{step} " : "";

    private static string? Step(string code, LifeLine line, long sequenceId) =>
        Wording.NextStep(Reason.Of(code), sequenceId, line.Destination) is { Length: > 0 } step ? step.TrimStart() : null;
}
