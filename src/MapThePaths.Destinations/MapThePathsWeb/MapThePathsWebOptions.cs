using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>Where a Map the Paths Web server is, and for which app.</summary>
public sealed record MapThePathsWebOptions
{
    public string Name { get; init; } = "mtpw";

    /// <summary>Without a path. A slash at the end does not matter.</summary>
    public required string Url { get; init => field = value.TrimEnd('/'); }

    /// <summary>The consent page: <c>/accounts/authorize/</c>, at the oldest servers <c>/o/authorize/</c>.</summary>
    public required string AuthorizeUrl { get; init => field = value.TrimEnd('/') + "/"; }

    public required string AppId { get; init; }

    /// <summary>
    /// The address on this computer that an app at one of the oldest servers is registered with: those permit http and https alone, the later
    /// ones the app's own scheme alone (mtpw.md §2).
    /// </summary>
    public string LoopbackUri { get; init; } = "http://localhost:8763/";
    /// <summary>Names of the destinations whose sequences Mapillary's API v3 knows, which is the only one that the servers ask (mtpw.md §6).</summary>
    public IReadOnlyList<string> OfApiV3 { get; init; } = [];

    /// <summary>Measures waits and time-outs.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Spreads waits: 0 ≤ x &lt; 1, thread safe.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <summary>Tokens would travel readable to any address but https and this very computer.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.AskedWrongly"/>.</exception>
    internal void RefuseUnlessPrivate()
    {
        RefuseUnlessPrivate(Url, "MTP_WEB_URL to the server's https address");
    }

    /// <summary>The consent page sends a token back, and what lies beside it gets one to revoke.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.AskedWrongly"/>.</exception>
    internal void RefuseUnlessConsentIsPrivate() => RefuseUnlessPrivate(AuthorizeUrl, "MTP_WEB_AUTH_URL to the consent page's https address");

    private void RefuseUnlessPrivate(string address, string whatToSet)
    {
        if (new Uri(address) is { Scheme: not "https", IsLoopback: false })
        {
            throw new DestinationException(
                FailureKind.AskedWrongly,
                "not-private",
                $"{Name}: {address} is not https, so that anybody on the way could read your tokens. Set {whatToSet}; plain http is for this computer alone")
            {
                SaysWhatToDo = true,
            };
        }
    }
}
