using MapThePaths.Core;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Uploading;
using NodaTime;

namespace MapThePaths.App.Sending;

/// <summary>What became of each photo of a plan, counted, and how the run ends because of it.</summary>
internal static class SendReport
{
    /// <param name="begun">When the run began: what was acknowledged earlier and got no further counts as sent before.</param>
    /// <param name="words">Makes words for the user of what ended the run.</param>
    public static SentResult Of(Plan plan, SendOutcome outcome, IReadOnlyList<PhotoStanding> standings, Instant begun, Func<DestinationException, string> words)
    {
        var planned = plan.Parts.SelectMany(part => part.Photos).Select(photo => photo.Photo.Id).ToHashSet();

        // As the catalog keeps times.
        begun = Instant.FromUnixTimeMilliseconds(begun.ToUnixTimeMilliseconds());
        var ofThisRun = standings.Where(photo => planned.Contains(photo.PhotoId) && !outcome.AlreadySent.Contains(photo.PhotoId)).ToList();
        var sent = ofThisRun.Count(photo => photo.IsThere && (photo.IsCommitted || photo.SentAt >= begun));
        var sentEarlier = ofThisRun.Count(photo => photo.IsThere) - sent;
        var dryRun = ofThisRun.Count(photo => photo.IsDryRun && photo.State is (PhotoState.DryRun or PhotoState.Sent));
        var sentBefore = planned.Count(outcome.AlreadySent.Contains) + sentEarlier;
        var failed = planned.Count - sentBefore - sent - dryRun;
        var leftOutThoughSent = plan.LeftOut.Count(left => left.PhotoId is { } id && !planned.Contains(id) && outcome.AlreadySent.Contains(id));
        var summary = new SentResult
        {
            SequenceIds = [plan.Sequence.Id.ToString()],
            Photos = plan.FileCount,
            Sent = sent,
            SentEarlier = ofThisRun.Count(photo => photo.IsCommitted && !(photo.SentAt >= begun)),
            AlreadySent = sentBefore + leftOutThoughSent,
            Unpublished = standings.Count(photo => planned.Contains(photo.PhotoId) && photo is { IsThere: true, IsCommitted: false }),
            LeftOut = plan.LeftOut.Count - leftOutThoughSent,
            Failed = failed,
            Waiting = failed - ofThisRun.Count(photo => photo.State == PhotoState.Failed),
            DryRun = dryRun,
            Corrected = outcome.AlreadyThere.Count(photo => photo.IsCorrected),
            Visible = standings.Count(photo => photo.State == PhotoState.Visible),
            Error = outcome switch
            {
                { Stopped: { } failure } => words(failure),
                { End: UploadEnd.TooManyFailures } => "Stopped because of failed photos, as --on-errors says; the rest waits.",
                _ => null,
            },
        };
        return summary with { ExitCode = CodeFor(plan, outcome, summary, [.. standings.Where(photo => planned.Contains(photo.PhotoId))], ofThisRun) };
    }

    /// <summary>For a plan with an obstacle: nothing of it was touched.</summary>
    public static SentResult Refused(Plan plan, string obstacle) => new()
    {
        SequenceIds = [plan.Sequence.Id.ToString()],
        Photos = plan.FileCount,
        LeftOut = plan.LeftOut.Count,
        Failed = plan.PhotoCount,
        Waiting = plan.Refusal is null ? plan.PhotoCount : 0,
        ExitCode = plan.Refusal is not null || plan.Parts.Count == 0 ? ExitCode.RefusedByRule : ExitCode.WrongUsage,
        Error = obstacle,
    };

    /// <summary>It is too early to publish again what was published perhaps: its photos are sent, the others were not tried.</summary>
    public static SentResult NotAgain(Plan plan, IReadOnlyList<AlreadyThere> alreadyThere, string why)
    {
        var photos = alreadyThere.DistinctBy(photo => photo.PhotoId).ToList();
        return new SentResult
        {
            SequenceIds = [plan.Sequence.Id.ToString()],
            Photos = plan.FileCount,
            AlreadySent = photos.Count,
            LeftOut = plan.LeftOut.Count,
            Failed = plan.PhotoCount - photos.Count,
            Waiting = plan.PhotoCount - photos.Count,
            Corrected = photos.Count(photo => photo.IsCorrected),
            Visible = photos.Count(photo => photo.State == PhotoState.Visible),
            ExitCode = ExitCode.RefusedByRule,
            Error = why,
        };
    }

    /// <summary>Several destinations together; the most urgent end is the run's.</summary>
    public static SentResult Sum(IEnumerable<SentResult> summaries) => summaries.Aggregate((first, second) => first with
    {
        Photos = first.Photos + second.Photos,
        Sent = first.Sent + second.Sent,
        SentEarlier = first.SentEarlier + second.SentEarlier,
        AlreadySent = first.AlreadySent + second.AlreadySent,
        Unpublished = first.Unpublished + second.Unpublished,
        LeftOut = first.LeftOut + second.LeftOut,
        Failed = first.Failed + second.Failed,
        Waiting = first.Waiting + second.Waiting,
        DryRun = first.DryRun + second.DryRun,
        Corrected = first.Corrected + second.Corrected,
        Visible = first.Visible + second.Visible,
        ExitCode = ExitCode.MoreUrgent(first.ExitCode, second.ExitCode),
        Error = ExitCode.MoreUrgent(first.ExitCode, second.ExitCode) == first.ExitCode ? first.Error ?? second.Error : second.Error ?? first.Error,
    });

    private static int CodeFor(Plan plan, SendOutcome outcome, SentResult summary, List<PhotoStanding> photos, List<PhotoStanding> ofThisRun)
    {
        if (outcome.Stopped is { Kind: FailureKind.SignInNeeded or FailureKind.AskedWrongly } stopped)
        {
            return ExitCode.Of(stopped);
        }

        var nothingArrived = summary.Sent + summary.DryRun == 0;
        if (nothingArrived && (outcome.Stopped is not null || ofThisRun.Exists(photo => photo.IsInTrouble)))
        {
            return ExitCode.DestinationFailed;
        }

        if (ofThisRun.Count > 0 && ofThisRun.TrueForAll(photo => photo is { PartState: PartState.Failed, IsInTrouble: true }))
        {
            return ExitCode.DestinationFailed;
        }

        var isWhole = outcome.Stopped is null
            && summary.Failed == 0
            && photos.TrueForAll(photo => photo.PartState is PartState.Processing or PartState.Live or PartState.DryRun or null)
            && photos.TrueForAll(photo => photo.State != PhotoState.Missing)
            && !plan.LeftOut.Any(leftOut => leftOut.Reason.IsBrokenFile);
        return isWhole ? ExitCode.Done : ExitCode.PartlyDone;
    }
}

/// <summary>What became of the photos of one plan, or of several: <c>Photos</c> is the sum of the five kinds that follow it.</summary>
internal sealed record SentResult
{
    public required IReadOnlyList<string> SequenceIds { get; init; }

    public int Photos { get; init; }

    public int Sent { get; init; }

    /// <summary>Of those sent, how many an earlier run had brought there: this one only published them.</summary>
    public int SentEarlier { get; init; }

    public int AlreadySent { get; init; }

    /// <summary>Of those sent now or before, how many are in a part that is neither published nor being published.</summary>
    public int Unpublished { get; init; }

    public int LeftOut { get; init; }

    public int Failed { get; init; }

    /// <summary>Of those that failed, how many are not refused: the next run sends them.</summary>
    public int Waiting { get; init; }

    public int DryRun { get; init; }

    /// <summary>Of those that were there already, how many would be sent otherwise today.</summary>
    public int Corrected { get; init; }

    public int Visible { get; init; }

    public int ExitCode { get; init; }

    /// <summary>What ended the run early; null when nothing did.</summary>
    public string? Error { get; init; }
}
