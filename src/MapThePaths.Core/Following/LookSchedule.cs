using NodaTime;

namespace MapThePaths.Core.Following;

/// <summary>When to look again for a publication: soon at first, then ever more rarely, and in the end only when the user asks.</summary>
internal static class LookSchedule
{
    private static readonly Duration[] FirstGaps =
        [Duration.FromSeconds(2), Duration.FromSeconds(5), Duration.FromSeconds(15), Duration.FromSeconds(60), Duration.FromSeconds(300)];

    /// <summary>What was not seen by then will hardly come; whoever waits for it would wait for ever.</summary>
    private static readonly Duration GiveUpAfter = Duration.FromDays(30);

    private static readonly Duration FirstDayGap = Duration.FromMinutes(5);
    private static readonly Duration LaterGap = Duration.FromHours(1);

    /// <summary>The next look after one that did not see all; null when there is none by itself.</summary>
    /// <param name="looks">Looks so far, at least 1.</param>
    public static Instant? Next(int looks, Instant since, Instant now) => now - since < GiveUpAfter ? now + Gap(looks, since, now) : null;

    /// <summary>How long to wait after a look, or after an outage.</summary>
    /// <param name="looks">Looks or outages so far, at least 1.</param>
    public static Duration Gap(int looks, Instant since, Instant now)
    {
        if (looks <= FirstGaps.Length)
        {
            return FirstGaps[looks - 1];
        }

        return now - since < Duration.FromDays(1) ? FirstDayGap : LaterGap;
    }
}
