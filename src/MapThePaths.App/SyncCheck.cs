using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App;

/// <summary>What <c>doctor</c> says of syncing: which contract the server speaks, and whether the user agreed.</summary>
internal static class SyncCheck
{
    /// <summary>Null where no server is set up.</summary>
    public static async Task<Check?> RunAsync(Composition composition, CheckWords words, CancellationToken cancellationToken)
    {
        if (composition.EntryServer is not { } server)
        {
            return null;
        }

        try
        {
            var contract = await ContractAsync(server, composition, cancellationToken);
            var (agreed, step) = composition.Settings is { MapillaryV3Url: null, WebTakesLiveApi: false }
                ? ("it cannot take sequences of Mapillary's live API yet, so there is nothing to tell it", null)
                : Consent(composition.Catalog.Syncing.Server(server), words);
            return new Check("sync", step is null, $"{server} speaks the contract '{contract}'; {agreed}", step) { Word = step is null ? "ok" : "consent" };
        }
        catch (DestinationException failure)
        {
            return Check.Of("sync", failure, $"{server}{Remembered(server, composition)}: {words.Advise(failure)}");
        }
        catch (Exception mistake) when (mistake is UserMistakeException or CatalogException)
        {
            return new Check("sync", Ok: false, mistake.Message, NextStep: null);
        }
    }

    private static async Task<string> ContractAsync(string server, Composition composition, CancellationToken cancellationToken)
    {
        var rows = composition.Catalog.Syncing;
        var contract = await composition.Entries(account: null).FindContractAsync(rows.Server(server).Contract, cancellationToken);
        rows.StoreContract(server, contract.Name);
        return contract.Name;
    }

    private static (string Agreed, string? NextStep) Consent(EntryServerStatus server, CheckWords words) => server switch
    {
        { Agreed: true } => ($"it may have your Mapillary token, you agreed at {At(server.AgreedAt)}", null),
        { Agreed: false } => ($"it may not have your Mapillary token, you said so at {At(server.AgreedAt)}", null),
        _ => ("whether it may have your Mapillary token, you were not asked yet", words.Agree),
    };

    private static string At(Instant? moment) => $"{moment?.ToDateTimeUtc():yyyy-MM-ddTHH:mm:ss.fff}Z";

    private static string Remembered(string server, Composition composition) =>
        composition.Catalog.Syncing.Server(server) is { Contract: { } contract } ? $" spoke the contract '{contract}' when it was last asked" : "";
}
