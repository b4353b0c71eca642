using MapThePaths.App.SigningIn;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Destinations.MapillaryV3;

namespace MapThePaths.App.Services;

/// <summary>
/// Mapillary's API v3. The public one is gone: no address is tried unless the settings name it. MAPILLARY_ACCESS_TOKEN is meant for both
/// Mapillary services; a stored token stays with the service that gave it.
/// </summary>
internal sealed class MapillaryV3Service() : Service(ServiceList.MapillaryV3, "Mapillary, API v3")
{
    public override DestinationRules Rules => MapillaryV3Destination.Rules;

    public override bool IsGone => true;

    public override bool HasOrganizations => true;

    public override bool IsListedElsewhere(Settings settings) => true;

    public override string TokenSettings => "MAPILLARY_V3_ACCESS_TOKEN or MAPILLARY_ACCESS_TOKEN";

    public override string? AddressIn(Settings settings) => settings.MapillaryV3Url;

    public override string? StandInAddress(Settings settings) => settings.MapillaryV3Url;

    public override Reason? WhyNotForGood(Settings settings) => StandInAddress(settings) is null ? null : Reason.StandInOnly;

    public override SignInService SignIn(Settings settings, TimeProvider time)
    {
        var options = Options(settings, time, Just(null));
        var missing = Missing(("MAPILLARY_V3_URL", settings.MapillaryV3Url), ("MAPILLARY_V3_APP_ID", settings.MapillaryV3AppId));
        return new SignInService(Name)
        {
            Server = options.Url,
            Missing = missing,
            Consent = missing.Length > 0 ? null : new MapillaryV3Consent(options),
            Revocation = missing.Length > 0 ? null : new MapillaryV3Revocation(options),
            With = token => new MapillaryV3Destination(Options(settings, time, Just(token))),
            GivenToken = settings.MapillaryV3AccessToken,
            TokenSetting = settings.MapillaryV3TokenSetting,
            Guide = "A server that speaks Mapillary's API v3",
        };
    }

    public override Task<PhotoDestination> CreateAsync(SendingTerms terms, CancellationToken cancellationToken)
    {
        var service = SignIn(terms.Settings, terms.Time);
        if (!service.IsSetUp)
        {
            throw new DestinationException(FailureKind.AskedWrongly, "not-set-up", BrowserSignIn.NotSetUp(service)) { NextStep = BrowserSignIn.HowToSetUp(service) };
        }

        var options = Options(terms.Settings, terms.Time, terms.Tokens.Of(service));
        return Task.FromResult(MapillaryV3Destination.Create(options with
        {
            OrganizationId = terms.Organization,
            BytesPerSecond = terms.BytesPerSecond,
            Waits = terms.Waits,
        }));
    }

    private MapillaryV3Options Options(Settings settings, TimeProvider time, Func<CancellationToken, Task<string?>> token)
    {
        var options = new MapillaryV3Options
        {
            Name = Name,
            ClientId = settings.MapillaryV3AppId ?? "",
            RedirectUri = settings.MapillaryRedirectUri,
            AccessToken = token,
            Clock = time,
        };
        return options with { Url = settings.MapillaryV3Url ?? options.Url, ConnectUrl = settings.MapillaryV3ConnectUrl ?? options.ConnectUrl };
    }
}
