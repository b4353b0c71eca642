using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.Core.Sequencing.Doctors;

/// <summary>
/// Notices that a camera's clock and its GPS time disagree, beyond what a time zone explains, and proposes one offset. Pure. The real case: a
/// Nikon Coolpix P6000 whose GPS date runs a day ahead.
/// </summary>
public static class ClockDoctor
{
    private const double Day = 86_400;
    private const double ZoneStep = 15 * 60;
    private const double WestmostZone = -12 * 3600;
    private const double EastmostZone = 14 * 3600;

    /// <summary>Seconds; a clock so near to a time zone is a little wrong, not in another zone.</summary>
    private const double ZoneSlack = 5 * 60;

    /// <summary>Seconds; a receiver's time is a second or two old when it is written.</summary>
    private const double SameTime = 2;

    /// <summary>Of the photos, so many must tell the same.</summary>
    private const double Most = 0.8;

    /// <param name="photos">Of any cameras, as edited so far.</param>
    /// <param name="byTrack">What a track says of clocks; of those nothing more is said.</param>
    public static IEnumerable<Proposal> Examine(IReadOnlyList<EditedPhoto> photos, IReadOnlyList<Proposal> byTrack)
    {
        var cameras = OneCamera.Among(photos.Select(photo => photo.Photo));
        return photos
            .Where(photo => photo.Photo.Capture.CameraTime is not null)
            .GroupBy(photo => photo.Line.Body)
            .SelectMany(camera => ExamineCamera([.. camera]).Select(proposal => proposal.For(camera.Key, cameras)))
            .Where(proposal => !proposal.IsAnsweredBy(byTrack));
    }

    private static IEnumerable<Proposal> ExamineCamera(List<EditedPhoto> photos)
    {
        var leads = photos.Where(photo => !photo.IsByClock && photo.TakenAt is not null).Select(LeadOfClock).Order().ToList();
        if (leads.Count < 2)
        {
            yield break;
        }

        var usual = leads[leads.Count / 2];
        if (leads.Count(lead => Math.Abs(lead - usual) <= ZoneSlack) < Most * leads.Count)
        {
            yield break;
        }

        if (DateOff(leads, usual) is { } date)
        {
            yield return date;
        }
        else if (WrongClock(photos, leads, usual) is { } clock)
        {
            yield return clock;
        }
    }

    // Only a whole day: a receiver may count its days wrongly, or the user set the clock's date wrongly; both show a day between them.
    private static Proposal? DateOff(List<double> leads, double usual)
    {
        var shift = Math.Round(usual / Day) * Day;
        shift = IsAZone(usual - shift) ? shift : shift - (Math.Sign(shift) * Day);
        if (IsAZone(usual) || Math.Abs(shift) != Day || !IsAZone(usual - shift))
        {
            return null;
        }

        return new Proposal(
            Reason.GpsDateOff,
            $"GPS time is {Spoken(-usual)} the camera's clock, which no time zone explains. With the GPS date a day {(shift < 0 ? "earlier" : "later")} the clock was {Spoken(usual - shift)} UTC, which is "
            + $"the zone {Zone(usual - shift)}. If the GPS date is right and the clock's is not, leave it.",
            $"--shift-time {shift:0}",
            leads.Count,
            leads.Count(IsAZone),
            leads.Count(lead => IsAZone(lead - shift)))
        {
            Edits = [new ShiftTime(shift)],
        };
    }

    // GPS time counts where there is one, so that only photos by the clock alone are wrong with it.
    private static Proposal? WrongClock(List<EditedPhoto> photos, List<double> leads, double usual)
    {
        var byClock = photos.Find(photo => photo.IsByClock);
        if (byClock is null || !IsAZone(usual))
        {
            return null;
        }

        var now = byClock.Zone is { } zone ? zone.GetUtcOffset(byClock.TakenAt!.Value).ToTimeSpan().TotalSeconds : 0;
        if (Math.Abs(usual - now) <= SameTime)
        {
            return null;
        }

        return new Proposal(
            Reason.ClockDisagrees,
            $"{photos.Count(photo => photo.IsByClock)} photos have no time but the camera's clock, which is read as {Offset(now)}. Where the same camera knew GPS time, its clock was {Spoken(usual)} UTC.",
            $"--time-zone {Offset(usual)}",
            leads.Count,
            leads.Count(lead => Math.Abs(lead - now) <= SameTime),
            leads.Count(lead => Math.Abs(lead - Math.Round(usual)) <= SameTime))
        {
            Edits = [new SetTimeZone(Offset(usual))],
        };
    }

    // Seconds by which the camera's wall clock is ahead of UTC as GPS tells it.
    private static double LeadOfClock(EditedPhoto photo) => (photo.Photo.Capture.CameraTime!.Value.InUtc().ToInstant() - photo.TakenAt!.Value).TotalSeconds;

    private static bool IsAZone(double lead) =>
        lead is >= WestmostZone - ZoneSlack and <= EastmostZone + ZoneSlack && Math.Abs(lead - (Math.Round(lead / ZoneStep) * ZoneStep)) <= ZoneSlack;

    private static string Spoken(double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Abs(Math.Round(seconds)));
        var amount = string.Join(' ', new[] { (span.Days * 24) + span.Hours > 0 ? $"{(span.Days * 24) + span.Hours} h" : "", span.Minutes > 0 ? $"{span.Minutes} min" : "", span.Seconds > 0 ? $"{span.Seconds} s" : "" }.Where(text => text.Length > 0));
        return amount.Length == 0 ? "at" : $"{amount} {(seconds < 0 ? "behind" : "ahead of")}";
    }

    private static string Zone(double lead)
    {
        var zone = Math.Round(lead / ZoneStep) * ZoneStep;
        var rest = Math.Round(lead - zone);
        return Offset(zone) + (Math.Abs(rest) <= SameTime ? "" : $" and a clock {Math.Abs(rest):0} s {(rest > 0 ? "fast" : "slow")}");
    }

    private static string Offset(double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Abs(Math.Round(seconds)));
        return $"{(seconds < 0 ? '-' : '+')}{span:hh\\:mm}{(span.Seconds == 0 ? "" : $":{span.Seconds:00}")}";
    }
}
