namespace MapThePaths.App.Accounts;

/// <summary>When a token is worth renewing: JOSM's rule (mapillary-v4.md §3.3).</summary>
internal static class Renewal
{
    public static bool IsDue(DateTimeOffset givenAt, DateTimeOffset? expiresAt, DateTimeOffset now) =>
        expiresAt is { } end && end - now < Margin(end - givenAt);

    private static TimeSpan Margin(TimeSpan lifetime) => lifetime switch
    {
        { TotalDays: > 30 } => TimeSpan.FromDays(7),
        { TotalDays: > 7 } => TimeSpan.FromDays(1),
        { TotalDays: > 1 } => TimeSpan.FromHours(12),
        { TotalHours: > 2 } => TimeSpan.FromHours(1),
        _ => TimeSpan.FromMinutes(10),
    };
}
