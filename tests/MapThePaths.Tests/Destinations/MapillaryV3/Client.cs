using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.MapillaryV3;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Destinations.MapillaryV3;

/// <summary>The destination pointed at a scripted server, and that server's words.</summary>
internal static class Client
{
    public const string Token = "eyJhbGciOi.5ec2e75ec2e75ec2e7.0ffee";

    /// <summary>What every address of the API ends in.</summary>
    public const string Id = "client_id=RXhB%3D%3D";

    public static readonly Reply Gone = Reply.Json("""{"message":"Resource not found"}""", 404);

    public static PhotoDestination Of(ScriptedServer api, ManualTime? time = null, string? organization = null) =>
        MapillaryV3Destination.Create(Options(api, time ?? new ManualTime()) with { OrganizationId = organization });

    public static MapillaryV3Options Options(ScriptedServer api, ManualTime time) => new()
    {
        Url = $"{api.Url}/v3/",
        ClientId = "RXhB==",
        AccessToken = _ => Task.FromResult<string?>(Token),
        Clock = time,
        Jitter = () => 0,
    };

    public static string Session(string url, string key = "k1", string policy = "p1", string more = "") =>
        $$"""{"key":"{{key}}","url":"{{url}}/bucket/","key_prefix":"up/{{key}}/","status":"open","created_at":"2020-09-14T08:03:21.114Z","fields":{"acl":"private","Policy":"{{policy}}","n":7,"x-odd":"ü \" =&"}{{more}}}""";

    public static Reply Open(string url, string key = "k1", string policy = "p1", string more = "") => Reply.Json(Session(url, key, policy, more));

    public static Reply Failed(string reason = "No image could be processed") =>
        Reply.Json($$$"""{"key":"k1","status":"failed","error":{"reason":"{{{reason}}}","extra":[1]}}""");

    public static async Task<DestinationException> FailureOf(Task task) => await Assert.ThrowsAsync<DestinationException>(() => task);
}
