using MapThePaths.Core;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Uploading;

namespace MapThePaths.App.Sending;

/// <summary>Sends plans as a user chose. The command line and the page tell in their own way how it goes.</summary>
internal sealed class SendRun
{
    private readonly Composition _composition;
    private readonly SendChoices _choices;
    private readonly Func<DestinationException, string> _words;

    /// <param name="words">Makes words for the user of a failure.</param>
    public SendRun(Composition composition, SendChoices choices, Func<DestinationException, string> words)
    {
        (_composition, _choices, _words) = (composition, choices, words);
        composition.Organization = choices.Organization;
        composition.BytesPerSecond = choices.BytesPerSecond;
    }

    /// <summary>Work at the plan's destination, while no other run writes the catalog.</summary>
    /// <exception cref="CatalogException">Another run does.</exception>
    public async Task<T> AtDestinationAsync<T>(Plan plan, Func<PhotoDestination, Task<T>> work, CancellationToken cancellationToken)
    {
        using var writer = CatalogLock.Take(_composition.Settings.CatalogPath);
        (_composition.Tokens.Account, _composition.Tokens.AnyAccountWillDo) = (_choices.Account, false);
        return await work(await _composition.DestinationAsync(plan.Destination, cancellationToken));
    }

    /// <summary>Sends, follows if that was chosen, and counts what became of it. A destination's failure is part of the result.</summary>
    public async Task<(SentResult Result, SendOutcome Outcome)> RunAsync(
        Plan plan, Func<PhotoDestination, Task<SendOutcome>> send, Func<Task> follow, CancellationToken cancellationToken)
    {
        var begun = _composition.Time.Now();
        var outcome = await SendAsync(plan, send, cancellationToken);
        if (_choices is { Follow: true, DryRun: false } && outcome is { Stopped: null, End: not UploadEnd.Paused })
        {
            outcome = outcome with { Stopped = await FollowAsync(follow) };
        }

        var standings = _composition.Catalog.Overview.Standings(plan.Sequence.Id, plan.Destination, outcome.AccountId);
        return (SendReport.Of(plan, outcome, standings, begun, _words), outcome);
    }

    private async Task<DestinationException?> FollowAsync(Func<Task> follow)
    {
        // Parts at other destinations are looked for too, whose accounts this choice does not mean.
        (_composition.Tokens.Account, _composition.Tokens.AnyAccountWillDo) = (null, true);
        try
        {
            await follow();
            return null;
        }
        catch (DestinationException failure)
        {
            return failure;
        }
    }

    private async Task<SendOutcome> SendAsync(Plan plan, Func<PhotoDestination, Task<SendOutcome>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await AtDestinationAsync(plan, send, cancellationToken);
        }
        catch (DestinationException failure)
        {
            // The destination was not even reached: nothing of this run is anywhere but here.
            var there = _composition.Catalog.Overview.Standings(plan.Sequence.Id, plan.Destination, account: null).Where(photo => photo.IsThere);
            return new SendOutcome(AccountId: null, there.Select(photo => photo.PhotoId).ToHashSet(), failure);
        }
    }
}
