using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Mapillary;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Destinations.Mapillary;

/// <summary>The destination pointed at a scripted server.</summary>
internal static class Client
{
    public const string Token = "MLY|4711|5ec2e75ec2e75ec2e75ec2e75ec2e7";

    public static PhotoDestination Of(ScriptedServer server, ManualTime? time = null, string? organization = null) =>
        MapillaryDestination.Create(Options(server.Url, time ?? new ManualTime()) with { OrganizationId = organization });

    public static PhotoDestination SignedOut(ScriptedServer server) => SignedInWith(server, token: null);

    public static PhotoDestination SignedInWith(ScriptedServer server, string? token) =>
        MapillaryDestination.Create(Options(server.Url, new ManualTime()) with { AccessToken = _ => Task.FromResult(token) });

    public static MapillaryOptions Options(string url, ManualTime time) => new()
    {
        GraphUrl = url,
        UploadUrl = $"{url}/mapillary_public_uploads/",
        AccessToken = _ => Task.FromResult<string?>(Token),
        Clock = time,
        Jitter = () => 0,
    };

    public static async Task<DestinationException> FailureOf(Task task) => await Assert.ThrowsAsync<DestinationException>(() => task);
}
