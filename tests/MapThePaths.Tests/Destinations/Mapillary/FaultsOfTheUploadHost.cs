using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

/// <summary>Each row of the table of the upload host's errors, and what lies between the rows.</summary>
public sealed class FaultsOfTheUploadHost : IDisposable
{
    private const string NotAuthorized = """{"debug_info":{"retriable":false,"type":"NotAuthorizedError","message":"m"}}""";
    private const string Partial = """{"debug_info":{"retriable":true,"type":"PartialRequestError","message":"m"}}""";
    private const string Processing = """{"debug_info":{"retriable":false,"type":"ProcessingFailedError","message":"m"}}""";
    private const string Retriable = """{"debug_info":{"retriable":true,"type":"SomethingError","message":"m"}}""";
    private const string Final = """{"debug_info":{"retriable":false,"type":"SomethingError","message":"m"}}""";
    private const string GraphToken = """{"error":{"message":"m","type":"OAuthException","code":190}}""";
    private const string GraphRefusal = """{"error":{"message":"m","type":"MLYApiException","code":100}}""";
    private const string GraphMissing = """{"error":{"message":"m","type":"MLYApiException","code":100,"error_subcode":33}}""";
    private const string Page = "<html>Please log in to the hotel's network</html>";

    private readonly APhoto _photo = new();

    public void Dispose() => _photo.Dispose();

    [Theory]
    [InlineData(206, Partial)]
    [InlineData(206, """{"h":"4:half"}""")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"h":""}""")]
    [InlineData(200, Page)]
    [InlineData(200, "[1,2]")]
    [InlineData(200, "")]
    [InlineData(201, """{"h":"4:other"}""")]
    [InlineData(412, "")]
    [InlineData(408, "")]
    [InlineData(429, "")]
    [InlineData(400, Retriable)]
    [InlineData(404, Retriable)]
    [InlineData(500, Processing)]
    [InlineData(500, "")]
    [InlineData(502, Page)]
    [InlineData(599, "")]
    public async Task Passing_trouble_is_tried_again(int status, string body)
    {
        await using var server = new ScriptedServer(Reply.Json(body, status), Offset(0), Handle);

        Assert.Equal("4:handle", await SendAsync(server));
    }

    [Theory]
    [InlineData(400, NotAuthorized, FailureKind.SignInNeeded, "NotAuthorizedError")]
    [InlineData(401, NotAuthorized, FailureKind.SignInNeeded, "NotAuthorizedError")]
    [InlineData(403, NotAuthorized, FailureKind.SignInNeeded, "NotAuthorizedError")]
    [InlineData(401, "", FailureKind.SignInNeeded, "http-401")]
    [InlineData(500, GraphToken, FailureKind.SignInNeeded, "190")]
    [InlineData(200, GraphToken, FailureKind.SignInNeeded, "190")]
    [InlineData(400, Final, FailureKind.PhotoRefused, "SomethingError")]
    [InlineData(400, GraphRefusal, FailureKind.PhotoRefused, "100")]
    [InlineData(400, GraphMissing, FailureKind.PhotoRefused, "100")]
    [InlineData(413, "", FailureKind.PhotoRefused, "http-413")]
    [InlineData(403, Page, FailureKind.Unreachable, "http-403")]
    [InlineData(404, "", FailureKind.Unreachable, "http-404")]
    [InlineData(302, Page, FailureKind.Unreachable, "http-302")]
    public async Task A_final_answer_is_asked_for_once(int status, string body, FailureKind kind, string code)
    {
        await using var server = new ScriptedServer(Reply.Json(body, status), Offset(0), Handle);

        var failure = await Client.FailureOf(SendAsync(server));

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(code, failure.Code);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"offset":"many"}""")]
    [InlineData("""{"offset":-1}""")]
    [InlineData("""{"offset":null}""")]
    [InlineData(Page)]
    public async Task An_answer_without_an_offset_is_asked_for_again(string body)
    {
        await using var server = new ScriptedServer(Reply.Json(body), Offset(200), Handle);

        await SendAsync(server, mayBeKnown: true);

        Assert.Equal("200", server.Requests[2].Header("Offset"));
    }

    private Task<string> SendAsync(ScriptedServer server, bool mayBeKnown = false) => Client.Of(server).Sender
        .SendAsync("session", _photo.Body, mayBeKnown, new Progress(), TestContext.Current.CancellationToken);
}
