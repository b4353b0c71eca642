using System.Collections;
using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>Settings from the environment, then <c>.env</c> in the current folder, then <c>.env</c> in the home, then defaults.</summary>
internal sealed class Settings
{
    private readonly IReadOnlyDictionary<string, string> _values;

    private Settings(IReadOnlyDictionary<string, string> values, string home, IReadOnlyList<EnvFile> envFiles)
    {
        _values = values;
        Home = home;
        EnvFiles = envFiles;
    }

    /// <summary>Where the catalog, logs and secrets lie.</summary>
    public string Home { get; }

    /// <summary>The <c>.env</c> files that were found.</summary>
    public IReadOnlyList<EnvFile> EnvFiles { get; }

    public string CatalogPath => Value("MTPDU_DATABASE") is { } database ? CheckedDatabase(database) : Path.Combine(Home, "catalog.db");

    public string? MapillaryAccessToken => Value("MAPILLARY_ACCESS_TOKEN");

    public string? MapillaryAppId => Value("MAPILLARY_APP_ID");

    public string? MapillarySecret => Value("MAPILLARY_SECRET");

    /// <summary>Letter by letter as given: it must equal the registered callback.</summary>
    public string MapillaryRedirectUri => Value("MAPILLARY_REDIRECT_URI") is not { } given ? "http://localhost:8763/"
        : Uri.TryCreate(given, UriKind.Absolute, out _) ? given
        : throw new UserMistakeException("MAPILLARY_REDIRECT_URI must be a whole address, such as http://localhost:8763/.");

    public string? MapillaryConnectUrl => Address("MAPILLARY_CONNECT_URL");

    public string? MapillaryV3Url => Address("MAPILLARY_V3_URL");

    /// <summary>The app there; the live service's app stands in for it, since one registration was good for both.</summary>
    public string? MapillaryV3AppId => Value("MAPILLARY_V3_APP_ID") ?? MapillaryAppId;

    public string? MapillaryV3ConnectUrl => Address("MAPILLARY_V3_CONNECT_URL") ?? MapillaryConnectUrl;

    public string? MapillaryV3AccessToken => Value("MAPILLARY_V3_ACCESS_TOKEN") ?? MapillaryAccessToken;

    /// <summary>Which of the two holds it.</summary>
    public string MapillaryV3TokenSetting => Value("MAPILLARY_V3_ACCESS_TOKEN") is null && MapillaryAccessToken is not null
        ? "MAPILLARY_ACCESS_TOKEN"
        : "MAPILLARY_V3_ACCESS_TOKEN";

    public string? MapillaryGraphUrl => Address("MAPILLARY_GRAPH_URL");

    public string? MapillaryUploadUrl => Address("MAPILLARY_UPLOAD_URL");

    public string? WebUrl => Address("MTP_WEB_URL");

    public string? WebAuthUrl => Address("MTP_WEB_AUTH_URL");

    public string? WebAppId => Value("MTP_WEB_APP_ID");

    public string? WebAppSecret => Value("MTP_WEB_APP_SECRET");

    public string? WebToken => Value("MTP_WEB_TOKEN");

    /// <summary>Whether the server of Map the Paths Web asks Mapillary's live API: none that is known does, and none says so.</summary>
    public bool WebTakesLiveApi => string.Equals(Value("MTP_WEB_TAKES_LIVE_API"), "yes", StringComparison.OrdinalIgnoreCase);

    public static Settings Load()
    {
        var values = Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        List<EnvFile> envFiles = [];
        AddEnvFile(Path.Combine(Environment.CurrentDirectory, ".env"), values, envFiles);
        var home = values.GetValueOrDefault("MTPDU_HOME") is { Length: > 0 } given ? Path.GetFullPath(given) : DefaultHome();
        AddEnvFile(Path.Combine(home, ".env"), values, envFiles);
        return new Settings(values, home, envFiles);
    }

    /// <summary>The same settings for another home, with nothing that points to a real service.</summary>
    public static Settings ForPractice(string home) => new(new Dictionary<string, string>(StringComparer.Ordinal), home, []);

    /// <summary>Makes the home, for its owner alone.</summary>
    public void CreateHome()
    {
        if (Directory.Exists(Home))
        {
            return;
        }

        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Home);
            }
            else
            {
                Directory.CreateDirectory(Home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"The folder {Home} cannot be made: {failure.Message} Set MTPDU_HOME to a folder you may write to.");
        }
    }

    private static void AddEnvFile(string path, Dictionary<string, string> values, List<EnvFile> envFiles)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var file = EnvFile.Read(path);
        envFiles.Add(file);
        foreach (var (key, value) in file.Settings)
        {
            values.TryAdd(key, value);
        }
    }

    private static string DefaultHome() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "mtpdu");

    private static string CheckedDatabase(string database) =>
        database.Contains("Host=", StringComparison.OrdinalIgnoreCase) || database.Contains("://", StringComparison.Ordinal)
            ? throw new UserMistakeException("MTPDU_DATABASE holds a connection string. So far the catalog is a SQLite file: give its path, or leave the setting out.")
            : Path.GetFullPath(database);

    private string? Address(string key)
    {
        var value = Value(key)?.TrimEnd('/');
        return value is null || (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"))
            ? value
            : throw new UserMistakeException($"{key} must be an address that begins with https:// or http://.");
    }

    /// <summary>What is set for a key as it stands, unchecked; it may be a secret. Null when nothing is.</summary>
    public string? Value(string key) => _values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;
}
