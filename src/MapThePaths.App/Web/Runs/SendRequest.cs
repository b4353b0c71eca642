using MapThePaths.App.Sending;
using MapThePaths.Core.Uploading;

namespace MapThePaths.App.Web.Runs;

/// <summary>How a sequence is to be sent.</summary>
internal sealed record SendRequest
{
    public required IReadOnlyList<string> Destinations { get; init; }

    /// <summary>Everything but publishing: nothing appears online, nothing counts as sent.</summary>
    public bool DryRun { get; init; }

    /// <summary>Then follow the images until all are visible.</summary>
    public bool Follow { get; init; }

    /// <summary>Most bytes a second; absent for no limit.</summary>
    public long? Bandwidth { get; init; }

    /// <summary>Send all photos again on purpose, although they are there: the destination has them twice then.</summary>
    public bool Resend { get; init; }

    /// <summary>Publish once more what nobody is certain of, if it has shown no image for long enough.</summary>
    public bool PublishAgain { get; init; }

    /// <summary>Whose token to use; absent for the only one.</summary>
    public string? Account { get; init; }

    /// <summary>Id of the organization to publish for; empty for none, absent for what a part was begun with.</summary>
    public string? Organization { get; init; }

    /// <param name="pause">Pauses uploads.</param>
    public SendChoices Choices(CancellationToken pause) => new(Destinations, DryRun, Follow)
    {
        Resend = Resend ? [] : null,
        PublishAgain = PublishAgain,
        Account = Account,
        Organization = Organization,
        BytesPerSecond = Bandwidth,
        Terms = UploadTerms.Usual with { Pause = pause },
    };
}

/// <param name="SafeToDelete">Also tell which originals need not be kept.</param>
internal sealed record VerifyRequest(bool SafeToDelete = false);
