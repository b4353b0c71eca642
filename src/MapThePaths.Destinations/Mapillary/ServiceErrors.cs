using System.Globalization;
using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>
/// What an answer that is no success means. The service has two dialects, <c>error</c> (graph) and <c>debug_info</c> (upload host), and
/// either may come from either host. Their own codes count before the status: the same trouble comes under several.
/// </summary>
internal static class ServiceErrors
{
    /// <summary>What to wait when the service says "too fast" without saying how long.</summary>
    private static readonly TimeSpan UnstatedPause = TimeSpan.FromSeconds(10);

    public static Fault In(Answer answer)
    {
        if (answer.Json?.Member("error") is { ValueKind: JsonValueKind.Object } graph)
        {
            return OfGraph(graph, answer);
        }

        return answer.Json?.Member("debug_info") is { ValueKind: JsonValueKind.Object } upload
            ? OfUploadHost(upload, answer)
            : Bare(answer);
    }

    private static Fault OfGraph(JsonElement error, Answer answer)
    {
        var code = error.Integer("code");
        var kind = GraphKind(code, error, answer.Status);
        var trace = error.Text("fbtrace_id") is { } id ? $", fbtrace_id {id}" : "";
        var name = code is null ? $"HTTP {answer.Status}" : $"code {code}, HTTP {answer.Status}";
        var word = code?.ToString(CultureInfo.InvariantCulture) ?? $"http-{answer.Status}";
        var cause = code is 4 or 17 or 32 or 613 || answer.Status == 429 ? WaitCause.TooFast : WaitCause.Trouble;
        return new Fault(kind, word, $"{GraphMessage(error)} ({name}{trace})", AskedWait(answer, kind), Stated: true, cause);
    }

    private static FaultKind GraphKind(long? code, JsonElement error, int status) => code switch
    {
        // 190: the token; 102: its session; 368: the account has to prove itself on the web site first.
        190 or 102 or 368 => FaultKind.SignIn,
        100 when error.Integer("error_subcode") == 33 => FaultKind.NotThere,

        // 2: overload; 4, 17, 32, 613: the limits of the app, the user, the page, the call.
        2 or 4 or 17 or 32 or 613 => FaultKind.Transient,
        _ when error.IsTrue("is_transient") => FaultKind.Transient,
        _ => ByStatus(status),
    };

    private static string GraphMessage(JsonElement error)
    {
        var message = error.Text("message") ?? "no explanation";
        var words = error.Text("error_user_msg") is { } forUser && forUser != message ? $"{forUser} - {message}" : message;
        return error.Integer("code") == 368 ? $"{words} - the service wants this account to log in on its web site first, and perhaps to wait" : words;
    }

    private static Fault OfUploadHost(JsonElement info, Answer answer)
    {
        var type = info.Text("type");
        var kind = UploadKind(type, info, answer.Status);
        var message = $"{info.Text("message") ?? "no explanation"} ({type ?? "no type"}, HTTP {answer.Status})";
        var isTooFast = type == "RequestRateLimitedError" || answer.Status == 429;
        var wait = AskedWait(answer, kind) ?? (isTooFast ? UnstatedPause : null);
        return new Fault(kind, type ?? $"http-{answer.Status}", message, wait, Stated: true, isTooFast ? WaitCause.TooFast : WaitCause.Trouble);
    }

    private static FaultKind UploadKind(string? type, JsonElement info, int status) => type switch
    {
        "NotAuthorizedError" => FaultKind.SignIn,
        "OffsetInvalidError" or "PartialRequestError" => FaultKind.OffsetInvalid,

        // It says "retriable": false, and yet is only a matter of waiting.
        "RequestRateLimitedError" => FaultKind.Transient,
        _ when ByStatus(status) is var kind && kind != FaultKind.Refused => kind,
        _ => info.IsTrue("retriable") ? FaultKind.Transient : FaultKind.Refused,
    };

    private static Fault Bare(Answer answer)
    {
        if (answer.Status == 200)
        {
            return new Fault(FaultKind.Transient, "strange-answer", "the answer is not one of this service");
        }

        // Whoever says "too large" will say it again: one photo must not keep the others waiting for better days.
        var isTooLarge = answer.Status == 413;
        var kind = ByStatus(answer.Status);
        var message = isTooLarge ? "too large for the service (HTTP 413)" : $"HTTP {answer.Status} without an explanation";
        var cause = answer.Status == 429 ? WaitCause.TooFast : WaitCause.Trouble;
        return new Fault(kind, $"http-{answer.Status}", message, AskedWait(answer, kind), Stated: isTooLarge, cause)
        {
            IsWordless = kind == FaultKind.Refused && !isTooLarge && Fault.Refuses(answer.Status),
        };
    }

    /// <summary>A success status ends here only when its answer lacks what was wanted: the next try asks anew.</summary>
    private static FaultKind ByStatus(int status) => status switch
    {
        206 or 412 => FaultKind.OffsetInvalid,
        408 or 429 or (>= 200 and <= 299) or >= 500 => FaultKind.Transient,
        401 => FaultKind.SignIn,
        _ => FaultKind.Refused,
    };

    /// <summary><c>backoff</c> in the body counts milliseconds, the header seconds.</summary>
    private static TimeSpan? AskedWait(Answer answer, FaultKind kind)
    {
        if (kind != FaultKind.Transient)
        {
            return null;
        }

        if (answer.Json?.Integer("backoff") is { } backoff and >= 0 and < int.MaxValue)
        {
            return TimeSpan.FromMilliseconds(backoff);
        }

        return answer.RetryAfter ?? (answer.Status == 429 ? UnstatedPause : null);
    }
}
