using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Services;

/// <summary>All services, by the words of the command line. The only place that names them.</summary>
internal static class ServiceList
{
    public const string Mapillary = "mapillary";
    public const string MapillaryV3 = "mapillary-v3";
    public const string Practice = "practice";
    public const string Web = "mtpw";

    private static readonly WebService MapThePathsWeb = new();

    private static readonly Service[] All = [new MapillaryService(), new MapillaryV3Service(), new PracticeService(), MapThePathsWeb];

    /// <summary>The one that lists sequences.</summary>
    public static WebService TheWeb => MapThePathsWeb;

    /// <summary>Services that photos are sent to.</summary>
    public static IReadOnlyList<string> DestinationNames { get; } = Names(service => service.Rules is not null);

    /// <summary>Services that one signs in at.</summary>
    public static IReadOnlyList<string> SignInNames { get; } = Names(service => service.HasSignIn);

    /// <summary>Services that list sequences, as <c>sync --to</c> names them.</summary>
    public static IReadOnlyList<string> SyncNames { get; } = [Web];

    /// <summary>The destinations whose sequences are listed elsewhere.</summary>
    public static IReadOnlyList<string> SyncedDestinations(Settings settings) => Names(service => service.IsListedElsewhere(settings));

    /// <summary>Null for a name that a catalog may know and this program does not.</summary>
    public static Service? Find(string name) => All.FirstOrDefault(service => service.Name == name);

    /// <exception cref="UserMistakeException">There is none of this name.</exception>
    public static Service Of(string name) => Find(name)
        ?? throw new UserMistakeException($"There is no service '{name}'. Known are: {string.Join(", ", All.Select(service => service.Name))}.");

    /// <summary>What a destination accepts; needs no account.</summary>
    /// <exception cref="UserMistakeException">There is no destination of this name.</exception>
    public static DestinationRules RulesOf(string destination) => Find(destination)?.Rules
        ?? throw new UserMistakeException($"There is no destination '{destination}'. Known are: {string.Join(", ", DestinationNames)}.{(destination.Contains(',', StringComparison.Ordinal) ? " For several, give --to once for each." : "")}");

    /// <summary>What people call a service; the name itself when the program does not know it.</summary>
    public static string TitleOf(string name) => Find(name)?.Title ?? name;

    private static string[] Names(Func<Service, bool> which) => [.. All.Where(which).Select(service => service.Name)];
}
