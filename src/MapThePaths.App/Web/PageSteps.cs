using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web;

/// <summary>What a user can do on the page about a part or a photo that is not where it should be.</summary>
internal static class PageSteps
{
    /// <summary>Null when there is nothing to do but wait.</summary>
    public static string? For(PartStatus part) => part switch
    {
        { State: PartState.Publishing } => "Follow it: that looks for its images. If there are none after 72 hours, it can be published again with 'mtpdu send --publish-again'.",
        { State: PartState.Failed } => "Send the sequence again: that tries once more.",
        { Failed: > 0 } => "The life lines say why photos failed. Send the sequence again: that tries them once more.",
        { Missing: > 0 } => "Verify the sequence: that looks for the missing photos once more.",
        { State: PartState.Draft or PartState.Uploading or PartState.Uploaded } => "Send the sequence again: it goes on where it stopped.",
        { State: PartState.DryRun } => "Send the sequence, not as a dry run: that publishes it.",
        { State: PartState.Processing } => "Follow it: that tells when its images are visible.",
        _ => null,
    };

    /// <summary>Null when there is nothing to do but wait.</summary>
    public static string? For(LifeLine line) => line switch
    {
        { State: PhotoState.Failed } => $"{Step(line)}Send the sequence again: that tries once more.",
        { State: PhotoState.LeftOut or PhotoState.Visible, Reason: { } reason } => ReasonView.StepOnPage(Reason.Of(reason)),
        { State: PhotoState.Missing } => "Verify the sequence: that looks once more.",
        { State: PhotoState.Sent, UnclearSince: not null } => "Follow it: whether it was published is not known yet.",
        { State: PhotoState.Waiting or PhotoState.Sent } => "Send the sequence again: it goes on where it stopped.",
        { State: PhotoState.DryRun } => "Send the sequence, not as a dry run: that publishes it.",
        _ => null,
    };

    private static string Step(LifeLine line) => line.Reason is { } code && ReasonView.StepOnPage(Reason.Of(code)) is { } step ? $"{step} " : "";
}
