using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.MapThePathsWeb;

namespace MapThePaths.App.Services;

/// <summary>Map the Paths Web, which lists sequences that are elsewhere. Photos cannot be sent there.</summary>
internal sealed class WebService() : Service(ServiceList.Web, "Map the Paths Web")
{
    public override string TokenSettings => "MTP_WEB_TOKEN";

    /// <summary>Without a slash at the end.</summary>
    public override string? AddressIn(Settings settings) => settings.WebUrl is { } url ? new Uri(url).AbsoluteUri.TrimEnd('/') : null;

    public override SignInService SignIn(Settings settings, TimeProvider time)
    {
        Redaction.Hide(settings.WebAppSecret);
        var options = Options(settings, time);
        var missing = Missing(("MTP_WEB_URL", settings.WebUrl), ("MTP_WEB_APP_ID", settings.WebAppId));
        return new SignInService(Name)
        {
            Server = options.AuthorizeUrl,
            Missing = missing,
            TokenSuffices = settings.WebUrl is not null,
            Consent = missing.Length > 0 ? null : new MapThePathsWebConsent(options),
            Revocation = missing.Length > 0 ? null : new MapThePathsWebRevocation(options),
            With = token => new MapThePathsWebSignIn(options, Just(token)),
            GivenToken = settings.WebToken,
            TokenSetting = TokenSettings,
            Guide = "Map the Paths Web",
        };
    }

    /// <summary>Its entries, ready to be read and written; its address must be set.</summary>
    /// <param name="account">Whose token to use there; null for the only account.</param>
    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/>: nobody is signed in there.</exception>
    public EntryService Entries(Settings settings, Tokens tokens, string? account, TimeProvider time)
    {
        var entries = new MapThePathsWebEntries(Options(settings, time), tokens.Of(SignIn(settings, time), account));
        return new EntryService(AddressIn(settings)!, ServiceList.SyncedDestinations(settings))
        {
            FindContractAsync = entries.FindContractAsync,
            TokenOfAsync = tokens.OfSenderAsync,
        };
    }

    private MapThePathsWebOptions Options(Settings settings, TimeProvider time)
    {
        var url = AddressIn(settings) ?? "";
        return new MapThePathsWebOptions
        {
            Name = Name,
            Url = url,
            AuthorizeUrl = settings.WebAuthUrl ?? $"{url}/accounts/authorize",
            AppId = settings.WebAppId ?? "",
            LoopbackUri = settings.MapillaryRedirectUri,
            OfApiV3 = [ServiceList.MapillaryV3],
            Clock = time,
        };
    }
}
