using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Destinations.Mapillary;

namespace MapThePaths.App.Services;

/// <summary>Mapillary's live API (v4).</summary>
internal sealed class MapillaryService() : Service(ServiceList.Mapillary, "Mapillary")
{
    public override DestinationRules Rules => MapillaryDestination.Rules;

    public override bool HasOrganizations => true;

    public override bool IsListedElsewhere(Settings settings) => settings.WebTakesLiveApi;

    public override string TokenSettings => "MAPILLARY_ACCESS_TOKEN";

    public override string? AddressIn(Settings settings) => settings.MapillaryGraphUrl;

    public override string? StandInAddress(Settings settings) =>
        Other(settings.MapillaryGraphUrl, MapillaryOptions.LiveGraphUrl) ?? Other(settings.MapillaryUploadUrl, MapillaryOptions.LiveUploadUrl);

    public override Uri? PageOf(string imageId, Settings settings) => settings.MapillaryGraphUrl is null
        ? new Uri($"https://www.mapillary.com/app/?pKey={Uri.EscapeDataString(imageId)}&focus=photo")
        : null;

    public override Reason? WhyNotForGood(Settings settings) => StandInAddress(settings) is null ? null : Reason.StandInOnly;

    public override SignInService SignIn(Settings settings, TimeProvider time)
    {
        Redaction.Hide(settings.MapillarySecret);
        var consent = App(settings) is { } app ? new MapillaryConsent(app, Options(settings, time, Just(null))) : null;
        return new SignInService(Name)
        {
            Server = settings.MapillaryGraphUrl ?? MapillaryOptions.LiveGraphUrl,
            Missing = Missing(("MAPILLARY_APP_ID", settings.MapillaryAppId), ("MAPILLARY_SECRET", settings.MapillarySecret)),
            Consent = consent,
            TokenSuffices = true,
            RenewAsync = consent is null ? null : consent.RenewAsync,
            With = token => new MapillaryDestination(Options(settings, time, Just(token))),
            GivenToken = settings.MapillaryAccessToken,
            TokenSetting = TokenSettings,
            Guide = "Register your Mapillary app",
        };
    }

    public override Task<PhotoDestination> CreateAsync(SendingTerms terms, CancellationToken cancellationToken)
    {
        var token = terms.Tokens.Of(SignIn(terms.Settings, terms.Time));
        return Task.FromResult(MapillaryDestination.Create(On(terms, Options(terms.Settings, terms.Time, token))));
    }

    /// <summary>The same options with what the user chose for this time.</summary>
    public static MapillaryOptions On(SendingTerms terms, MapillaryOptions options) => options with
    {
        OrganizationId = terms.Organization,
        BytesPerSecond = terms.BytesPerSecond,
        Waits = terms.Waits,
    };

    private MapillaryOptions Options(Settings settings, TimeProvider time, Func<CancellationToken, Task<string?>> token)
    {
        var options = new MapillaryOptions { Name = Name, AccessToken = token, Clock = time };
        return options with
        {
            GraphUrl = settings.MapillaryGraphUrl ?? options.GraphUrl,
            UploadUrl = settings.MapillaryUploadUrl ?? options.UploadUrl,
        };
    }

    private static MapillaryApp? App(Settings settings)
    {
        if (settings is not { MapillaryAppId: { } id, MapillarySecret: { } secret })
        {
            return null;
        }

        var app = new MapillaryApp(id, secret, settings.MapillaryRedirectUri);
        return app with { ConnectUrl = settings.MapillaryConnectUrl ?? app.ConnectUrl };
    }

    private static string? Other(string? address, string live) => address == live ? null : address;
}
