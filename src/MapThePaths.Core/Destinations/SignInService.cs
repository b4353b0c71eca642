namespace MapThePaths.Core.Destinations;

/// <summary>How one signs in at a service, and out. What is null, the service does not have.</summary>
/// <param name="Name">The word of the command line; the destination of that name uses the token.</param>
public sealed record SignInService(string Name)
{
    /// <summary>The address that gives tokens and takes them back.</summary>
    public required string Server { get; init; }

    /// <summary>Settings that a sign-in by browser needs and that are not there; empty when it can be used.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether a token that was got elsewhere will do without what is <see cref="Missing"/>.</summary>
    public bool TokenSuffices { get; init; }

    public bool IsSetUp => Missing.Count == 0;

    /// <summary>Whether a token can be used as things are set up.</summary>
    public bool TakesTokens => IsSetUp || TokenSuffices;

    /// <summary>Where the README tells how to set it up.</summary>
    public required string Guide { get; init; }

    /// <summary>Null while <see cref="Missing"/> names something.</summary>
    public IConsent? Consent { get; init; }

    /// <summary>Asks the service with a token that is not stored yet.</summary>
    public required Func<string, ISignIn> With { get; init; }

    /// <summary>Gives a newer token for a living one; may be repeated.</summary>
    public Func<string, CancellationToken, Task<Grant>>? RenewAsync { get; init; }

    public IRevocation? Revocation { get; init; }

    /// <summary>A token from the environment, which counts before stored ones.</summary>
    public string? GivenToken { get; init; }

    /// <summary>The setting that <see cref="GivenToken"/> is read from.</summary>
    public required string TokenSetting { get; init; }
}
