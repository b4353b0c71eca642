using NodaTime;

namespace MapThePaths.App.Cli.Lines;

internal sealed record AccountLine : JsonLine
{
    public override string Type => "account";

    public required string Destination { get; init; }

    public string? Name { get; init; }

    public string? UserId { get; init; }

    public string? Username { get; init; }

    public IReadOnlyList<string>? Scopes { get; init; }

    public string? SignedInAt { get; init; }

    public string? ExpiresAt { get; init; }

    public required string Store { get; init; }

    public static AccountLine Of(Accounts.StoredAccount account) => new()
    {
        Destination = account.Service,
        Name = account.Name,
        UserId = NotEmpty(account.UserId),
        Username = NotEmpty(account.UserName),
        Scopes = account.Scopes,
        SignedInAt = JsonLines.Iso(Instant.FromDateTimeOffset(account.SignedInAt)),
        ExpiresAt = JsonLines.Iso(account.ExpiresAt is { } end ? Instant.FromDateTimeOffset(end) : null),
        Store = account.Store,
    };

    /// <summary>A token from the environment.</summary>
    /// <param name="user">Null when the service did not say whose it is.</param>
    public static AccountLine Given(Core.Destinations.SignInService service, Core.Destinations.Account? user) => new()
    {
        Destination = service.Name,
        UserId = NotEmpty(user?.Id ?? ""),
        Username = NotEmpty(user?.Name ?? ""),
        Store = service.TokenSetting,
    };

    private static string? NotEmpty(string text) => text.Length > 0 ? text : null;
}

internal sealed record SignOutSummary(string Destination, string Name, bool Revoked, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}
