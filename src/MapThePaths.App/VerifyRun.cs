using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>Compares with what destinations show now all that can be compared.</summary>
internal static class VerifyRun
{
    /// <param name="accounts">Ids of the accounts whose parts are meant; null for all.</param>
    /// <param name="tell">Hears of each part in turn.</param>
    /// <returns>The failure is that of the first destination that could not be asked; null when all could.</returns>
    public static async Task<(IReadOnlyList<PartVerification> Parts, DestinationException? Failure)> RunAsync(
        Sequence sequence,
        IReadOnlySet<string>? accounts,
        Composition composition,
        IProgress<FlowEvent> progress,
        Action<PartVerification> tell,
        CancellationToken cancellationToken)
    {
        List<PartVerification> parts = [];
        try
        {
            await foreach (var part in composition.Flow.VerifyAsync(composition.DestinationAsync, sequence.Id, accounts, progress, cancellationToken))
            {
                parts.Add(part);
                tell(part);
            }

            return (parts, Failure: null);
        }
        catch (DestinationException failure)
        {
            return (parts, failure);
        }
    }
}
