using MapThePaths.Core.Destinations;

namespace MapThePaths.Tests.Contracts;

/// <summary>A destination, and what is behind it. One of these brings a destination into the contract suite.</summary>
internal abstract class DestinationUnderTest : IAsyncDisposable
{
    public abstract PhotoDestination Destination { get; }

    /// <summary>From now on this trouble is met. What a destination cannot meet, it goes through as if nothing were.</summary>
    public abstract void Meet(Trouble trouble);

    public abstract void ClearTrouble();

    /// <summary>Until the call that publishes is out, and its answer is not there.</summary>
    public abstract Task PublishingIsUnderWayAsync();

    /// <summary>The content keys of each publication's photos, in its order.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyList<string>>> PublishedAsync();

    /// <summary>The bytes that it holds of a photo.</summary>
    public abstract Task<byte[]> HeldAsync(PhotoBody photo);

    public abstract ValueTask DisposeAsync();
}

/// <summary>What may happen between us and a destination.</summary>
internal enum Trouble
{
    /// <summary>The token is refused by every call.</summary>
    TokenRefused,

    /// <summary>Every call fails for so long that it is not worth waiting for.</summary>
    NobodyAnswers,

    /// <summary>The connection is cut in the middle of a photo, once for each.</summary>
    PhotoCutHalfWay,

    /// <summary>A photo arrives whole and its answer does not come, once for each.</summary>
    PhotoAnswerLost,

    /// <summary>One photo is refused for good.</summary>
    PhotoRefused,

    /// <summary>The destination says that nothing was published and that it was passing trouble, once.</summary>
    PublishingTroubled,

    /// <summary>The part is refused for good, once.</summary>
    PublishingRefused,

    /// <summary>The part is published and the answer does not come, once.</summary>
    PublishingAnswerLost,

    /// <summary>The answer to publishing does not come for a long time.</summary>
    PublishingAnswerHeld,
}
