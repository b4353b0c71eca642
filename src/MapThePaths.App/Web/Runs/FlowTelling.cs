using MapThePaths.App.Services;
using MapThePaths.App.Web.Sequences;
using MapThePaths.App.Web.Syncing;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Runs;

/// <summary>Passes on what the stages report to a run's listeners. Thread safe.</summary>
internal sealed class FlowTelling(PageRun run, OpenCatalog catalog, TimeProvider time) : IProgress<FlowEvent>
{
    private readonly SendingSpeed _speed = new(time);

    public void Report(FlowEvent value)
    {
        switch (value)
        {
            case FilesRead read:
                run.Log.Add(new FilesProgress(read.Count, read.Of));
                break;
            case UploadProgress progress:
                run.Log.Add(_speed.Of(progress));
                break;
            case PhotoFailed failed:
                run.Log.Add(new PhotoFailure(failed.Path, failed.Destination, failed.Reason.Code, failed.Message));
                break;
            case PhotoWaits waits:
                run.Log.Add(new PhotoWaiting(Path.GetFileName(waits.Path), Math.Round(waits.Wait.TotalSeconds, 3), waits.Why));
                break;
            case DestinationWaits waits:
                run.Log.Add(new PhotoWaiting(Photo: null, Math.Round(waits.Wait.TotalSeconds, 3), waits.Why));
                break;
            case PartChanged part:
                Tell(part.PartId, part.Note);
                break;
            case Looked looked:
                Tell(looked.PartId, note: null);
                break;
            case LookFailed failed:
                run.Say($"{ServiceList.TitleOf(failed.Destination)} cannot be asked: {failed.Message.TrimEnd('.')}.", failed.Message);
                break;
            case EarlierImagesUnknown unknown:
                run.Say(Wording.EarlierImages(unknown));
                break;
            case EntryChanged changed:
                run.Log.Add(EntryView.Of(changed.Entry));
                break;
            case SyncStopped stopped:
                run.Say($"{ServiceList.TitleOf(ServiceList.Web)} was not told: {stopped.Message}");
                break;
            default:
                break;
        }
    }

    private void Tell(long partId, string? note)
    {
        // While the run goes on there is nothing for the user to do.
        run.Log.Add(PartView.Of(catalog.Overview.Part(partId), catalog) with { NextStep = null });
        if (note is not null)
        {
            run.Say(note);
        }
    }
}
