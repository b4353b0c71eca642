using MapThePaths.App.Services;
using MapThePaths.App.Syncing;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web;

/// <summary>What a user can do on the page about a part or a photo that is not where it should be.</summary>
internal static class PageSteps
{
    public static string SetUp(SignInService service) =>
        $"Put what is missing into .env (README, \"{service.Guide}\"){(service.TokenSuffices ? "; or bring a token under Accounts and settings" : "")}.";

    /// <summary>Null when there is nothing to do but wait.</summary>
    public static string? For(PartStatus part) => part switch
    {
        { State: PartState.Publishing } => "Follow it: that looks for its images. If there are none after 72 hours, it can be published again under Send.",
        { State: PartState.Failed } => "Send the sequence again: that tries once more.",
        { Failed: > 0 } => "The life lines say why photos failed. Send the sequence again: that tries them once more.",
        { Missing: > 0 } => "Verify the sequence: that looks for the missing photos once more.",
        { State: PartState.Draft or PartState.Uploading or PartState.Uploaded } => "Send the sequence again: it goes on where it stopped.",
        { State: PartState.DryRun } => "Send the sequence, not as a dry run: that publishes it.",
        { State: PartState.Processing } => "Follow it: that tells when its images are visible.",
        _ => null,
    };

    /// <summary>Null when there is nothing to do but wait, or not with the sequence asked about.</summary>
    public static string? For(LifeLine line, long sequence) => line switch
    {
        { SequenceId: { } other } when other != sequence => null,
        { State: PhotoState.Failed } => "Send the sequence again: that tries once more.",
        { State: PhotoState.Missing } => "Verify the sequence: that looks once more.",
        { State: PhotoState.Sent, UnclearSince: not null } => "Follow it: whether it was published is not known yet.",
        { State: PhotoState.Waiting or PhotoState.Sent } => "Send the sequence again: it goes on where it stopped.",
        { State: PhotoState.DryRun } => "Send the sequence, not as a dry run: that publishes it.",
        _ => null,
    };

    /// <summary>Null when there is nothing to do.</summary>
    public static string? For(EntryStatus entry) => entry switch
    {
        { State: EntryState.Synced } => null,
        { Needs: EntryNeed.SequenceKey } => "Follow the sequence until its images are visible.",
        { Needs: EntryNeed.Consent } => $"Agree that {entry.Server} may have your Mapillary token, which it needs; then tell it.",
        _ when EntryList.SignInAt(entry) is { } service => $"Sign in to {ServiceList.TitleOf(service)} under Accounts and settings, then tell it.",
        { Step: EntryStep.Creating } => "Whether its entry was made is not known, and no call tells. If there is none, let a new one be made; an entry that is left over stays unpublished.",
        { State: EntryState.Unclear, EntryId: not null } => "Tell it again: that looks whether the entry is there. If it cannot be found again and again, let a new one be made.",
        { State: EntryState.Failed } => "Tell it again: that tries once more.",
        _ => "Tell it: that goes on with the entry.",
    };
}
