using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Destinations.Mapillary;

namespace MapThePaths.App.Services;

/// <summary>The built-in services, which speak the live API.</summary>
internal sealed class PracticeService() : Service(ServiceList.Practice, "Practice")
{
    public override DestinationRules Rules => MapillaryDestination.Rules;

    public override bool IsPractice => true;

    public override bool HasOrganizations => true;

    public override bool HasSignIn => false;

    public override Reason WhyNotForGood(Settings settings) => Reason.PracticeOnly;

    public override async Task<PhotoDestination> CreateAsync(SendingTerms terms, CancellationToken cancellationToken) =>
        MapillaryDestination.Create(MapillaryService.On(terms, await terms.Practice.OptionsAsync(Name, cancellationToken)));
}
