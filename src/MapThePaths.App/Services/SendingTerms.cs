using MapThePaths.App.Practice;
using MapThePaths.Core.Destinations;

namespace MapThePaths.App.Services;

/// <summary>How destinations are to be used this time.</summary>
/// <param name="Tokens">Whose token is used where.</param>
/// <param name="Practice">The built-in services.</param>
internal sealed record SendingTerms(Settings Settings, Tokens Tokens, PracticeServices Practice, TimeProvider Time)
{
    /// <summary>Whom to publish for; null for the user alone.</summary>
    public string? Organization { get; init; }

    /// <summary>Most bytes a second that uploads may send; null for no limit.</summary>
    public long? BytesPerSecond { get; init; }

    /// <summary>Told when a destination waits before it publishes or looks.</summary>
    public required Action<UploadWait> Waits { get; init; }
}
