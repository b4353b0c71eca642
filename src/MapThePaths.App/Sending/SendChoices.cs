using MapThePaths.App.Services;
using MapThePaths.Core.Uploading;

namespace MapThePaths.App.Sending;

/// <summary>What a user chose about sending.</summary>
internal sealed record SendChoices(IReadOnlyList<string> Destinations, bool DryRun, bool Follow)
{
    /// <summary>Names or paths of photos to send again; empty for all of the sequence, null for none.</summary>
    public IReadOnlyList<string>? Resend { get; init; }

    /// <summary>What was published perhaps may be published again.</summary>
    public bool PublishAgain { get; init; }

    /// <summary>Whose token to use; null for the only one.</summary>
    public string? Account { get; init; }

    /// <summary>Upload sessions of earlier runs are left.</summary>
    public bool NewSession { get; init; }

    /// <summary>Id of the organization to publish for; empty for none, null for what a part was begun with.</summary>
    public string? Organization { get; init; }

    /// <summary>Most bytes a second; null for no limit.</summary>
    public long? BytesPerSecond { get; init; }

    public UploadTerms Terms { get; init; } = UploadTerms.Usual;

    /// <summary>Nothing is read, stored or sent for a destination that does not exist.</summary>
    public void Check() => Destinations.ToList().ForEach(destination => ServiceList.RulesOf(destination));
}
