using System.Net.Http.Headers;

namespace MapThePaths.Destinations.Http;

/// <summary>The header <c>Retry-After</c>, RFC 9110 §10.2.3: seconds or an HTTP date.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// How long to wait from now; null without the header, zero for a date in the past. A date is counted from the answer's own <c>Date</c>,
    /// if it has one: this computer's clock may be wrong.
    /// </summary>
    public static TimeSpan? Of(HttpResponseHeaders headers, TimeProvider clock)
    {
        if (headers.RetryAfter?.Delta is { } delta)
        {
            return delta;
        }

        if (headers.RetryAfter?.Date is not { } date)
        {
            return null;
        }

        var wait = date - (headers.Date ?? clock.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
