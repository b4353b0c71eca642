using System.Text.Json.Serialization;

namespace MapThePaths.App.Accounts;

/// <summary>Somebody who signed in at a service on this computer. Holds no secret: the token lies in a <see cref="ITokenStore"/>.</summary>
/// <param name="Service">The destination's name.</param>
/// <param name="Name">What the user calls the account; the user's name there unless he chose another. Case does not matter.</param>
internal sealed record StoredAccount(string Service, string Name)
{
    /// <summary>As the service knows the user; empty where a service tells nobody who he is.</summary>
    public required string UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>The address that gave the token; null for one that was stored before this was noted.</summary>
    public string? Server { get; init; }

    /// <summary>In the service's words; null when nobody said so.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    public required DateTimeOffset SignedInAt { get; init; }

    /// <summary>When the token was given; later than <see cref="SignedInAt"/> once it was renewed.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Null when the service names no end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Name of the store that holds the token.</summary>
    public required string Store { get; init; }

    /// <summary>Identifies the token in its store.</summary>
    [JsonIgnore]
    public string Key => $"{Service}/{Name.ToLowerInvariant()}";

    public bool Is(string service, string name) => Service == service && Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
