using MapThePaths.Core.Destinations;

namespace MapThePaths.App.Web.Settings;

/// <summary>What is set, and where things lie. Of secrets only whether they are set.</summary>
internal sealed record SettingsView(
    string Home, string Catalog, IReadOnlyList<string> EnvFiles, IReadOnlyList<SettingView> Settings, string Version)
{
    public static SettingsView Of(App.Settings settings) => new(
        settings.Home,
        settings.CatalogPath,
        [.. settings.EnvFiles.Select(file => file.Path)],
        [.. KnownSetting.All.Select(known => SettingView.Of(known, settings.Value(known.Key)))],
        Composition.Version);
}

/// <param name="Value">Absent for secrets and for what is not set.</param>
internal sealed record SettingView(string Key, bool IsSet, string? Value, string Explanation)
{
    public static SettingView Of(KnownSetting known, string? value) =>
        new(known.Key, value is not null, known.IsSecret || value is null ? null : Redaction.Of(value), known.Explanation);
}

/// <summary>The settings there are (README, "Settings").</summary>
internal sealed record KnownSetting(string Key, string Explanation)
{
    public static IReadOnlyList<KnownSetting> All { get; } =
    [
        new("MTPDU_HOME", "Where the catalog, logs and secrets lie."),
        new("MTPDU_DATABASE", "The catalog's file, if it is not in the home.") { IsSecret = true },
        new("MAPILLARY_APP_ID", "Your app at Mapillary, for signing in."),
        new("MAPILLARY_SECRET", "Your app's secret.") { IsSecret = true },
        new("MAPILLARY_REDIRECT_URI", "The callback that is registered for your app."),
        new("MAPILLARY_ACCESS_TOKEN", "A user token, instead of signing in.") { IsSecret = true },
        new("MAPILLARY_CONNECT_URL", "Where to sign in, if not at Mapillary itself."),
        new("MAPILLARY_GRAPH_URL", "The service that is asked, if it is not Mapillary itself."),
        new("MAPILLARY_UPLOAD_URL", "Where photos are sent, if not to Mapillary itself."),
        new("MAPILLARY_V3_URL", "A server that speaks Mapillary's API v3."),
        new("MAPILLARY_V3_CONNECT_URL", "Where to sign in there, if not where MAPILLARY_CONNECT_URL says."),
        new("MAPILLARY_V3_APP_ID", "Your app there, if it is not MAPILLARY_APP_ID."),
        new("MAPILLARY_V3_ACCESS_TOKEN", "A user token of that server, instead of signing in.") { IsSecret = true },
        new("MTP_WEB_URL", "The server of Map the Paths Web."),
        new("MTP_WEB_AUTH_URL", "Where to sign in at Map the Paths Web, if it is elsewhere."),
        new("MTP_WEB_APP_ID", "Your app at Map the Paths Web."),
        new("MTP_WEB_APP_SECRET", "Your app's secret there.") { IsSecret = true },
        new("MTP_WEB_TOKEN", "A token of Map the Paths Web, instead of signing in.") { IsSecret = true },
        new("MTP_WEB_TAKES_LIVE_API", "'yes' for a server of Map the Paths Web that asks Mapillary's live API. None is known."),
    ];

    /// <summary>Never shown. A database may be a connection string with a password in it.</summary>
    public bool IsSecret { get; init; }
}
