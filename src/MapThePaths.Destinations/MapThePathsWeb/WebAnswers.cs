using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>What an answer means. Its body decides, not its status: refusals and pages for people come with 200 as well (mtpw.md §3).</summary>
internal static class WebAnswers
{
    /// <summary>Code of the fault when the server knows no transport type of the name that it was given.</summary>
    public const string UnknownTransport = "transport-type";

    /// <exception cref="FaultException">The answer is a refusal, or none of the API's.</exception>
    public static JsonElement Read(Answer answer) => FaultIn(answer) is { } fault
        ? throw new FaultException(fault.ReadIn(answer))
        : answer.Json!.Value;

    /// <summary>The id in a success, whose <c>status</c> is a word at some calls and a truth at others.</summary>
    /// <exception cref="FaultException">It is no success, or has no id.</exception>
    public static string EntryId(JsonElement body) => IsSuccess(body) && body.Text("unique_id") is { } id ? id : throw Strange();

    public static bool IsSuccess(JsonElement body) => body.IsTrue("status") || body.Text("status") == "success";

    public static FaultException Strange() => new(new Fault(FaultKind.Transient, "strange-answer", "the answer is not one of this service"));

    private static Fault? FaultIn(Answer answer) => answer switch
    {
        { Status: 401 or 403 } => new Fault(FaultKind.SignIn, $"http-{answer.Status}", Said(answer), Stated: true),
        { Status: 429 } => new Fault(FaultKind.Transient, "http-429", $"the server asks for a pause ({Said(answer)})", answer.RetryAfter, Stated: true, WaitCause.TooFast),
        { Status: 408 or >= 500 } => new Fault(FaultKind.Transient, $"http-{answer.Status}", Said(answer), answer.RetryAfter),
        { Json: { } body } when body.Text("error") is { } error => new Fault(FaultKind.Refused, CodeOf(error), error, Stated: true),
        { Status: 404 } or { IsSuccess: true, Json: null } => new Fault(FaultKind.NotThere, "no-such-call", $"the server has no such call (HTTP {answer.Status} without an answer of the API)"),
        { IsSuccess: true } => null,
        _ => new Fault(FaultKind.Refused, $"http-{answer.Status}", Said(answer), Stated: answer.Json is not null),
    };

    private static string Said(Answer answer) => answer.Json?.Text("detail") is { } detail ? $"{detail} (HTTP {answer.Status})" : $"HTTP {answer.Status}";

    private static string CodeOf(string error) => error switch
    {
        "Transport type is invalid" => UnknownTransport,
        "Mapillary token is invalid" => EntryContract.TokenRefused,
        _ => "refused",
    };
}
