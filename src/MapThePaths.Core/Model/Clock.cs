using NodaTime;

namespace MapThePaths.Core.Model;

/// <summary>What a clock says, as the flow reckons.</summary>
public static class Clock
{
    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());
}
