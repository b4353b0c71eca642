using MapThePaths.Core.Model;

namespace MapThePaths.App.Web;

/// <summary>Why something is as it is, for people: the code says it to programs.</summary>
/// <param name="Text">Completes "This photo …" or "This part …".</param>
/// <param name="NextStep">What to do on the page; none where nothing is wrong.</param>
internal record ReasonView(string Code, string Text, string? NextStep)
{
    public static ReasonView Of(Reason reason) => new(reason.Code, reason.Meaning, StepOnPage(reason));

    public static ReasonView Of(string code) => Of(Reason.Of(code));

    /// <summary>The table's step speaks of the command line here and there.</summary>
    public static string? StepOnPage(Reason reason) => reason switch
    {
        _ when reason == Reason.TimeZoneUnknown => "Choose the zone that the camera's clock was set to.",
        _ when reason == Reason.SinglePhotoPart => "Allow longer gaps and jumps in the sequence's settings.",
        _ when reason == Reason.DryRunOnly => "Send it once more, not as a dry run.",
        _ when reason == Reason.NotVerified => "Keep it. If its part waits here, sending publishes it.",
        _ when reason == Reason.ImageGone => "Verify again later; if it stays away, send the sequence again on purpose.",
        _ when reason == Reason.SentWithOtherPosition || reason == Reason.SentWithOtherTime || reason == Reason.SentWithOtherHeading =>
            "It stays as it was sent. Sent again on purpose, the destination has both.",
        _ => reason.NextStep,
    };
}
