using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Services;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using NodaTime;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary>Shows what the stages do: JSON lines, a live bar on a terminal, plain lines elsewhere. Thread safe.</summary>
internal sealed class FlowDisplay : IProgress<FlowEvent>
{
    private static readonly TimeSpan JsonPace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PlainPace = TimeSpan.FromSeconds(10);

    private const int WidthForLongBar = 130;
    private const int WidthForAll = 106;
    private const int WidthForBar = 72;

    private readonly OpenCatalog _catalog;
    private readonly Output _output;
    private readonly EntryReport _entries;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly Lock _gate = new();
    private long _jsonAt;
    private long _plainAt;
    private UploadProgress? _unreported;
    private ProgressTask? _bar;
    private readonly UntilNextLook _nextLook;
    private readonly Dictionary<long, int> _visibleSaid = [];
    private string? _waitSaid;
    private long _waitSaidAt;

    private FlowDisplay(VerbContext context)
    {
        _catalog = context.Composition.Catalog;
        _output = context.Output;
        _entries = context.Entries;
        _plainAt = _time.GetTimestamp();
        _nextLook = new UntilNextLook(_time);
    }

    private Instant Now => _time.Now();

    /// <summary>Also shows from now on when a destination waits.</summary>
    public static FlowDisplay For(VerbContext context)
    {
        var display = new FlowDisplay(context);
        context.Composition.Progress = display;
        return display;
    }

    /// <summary>Runs <paramref name="work"/> and shows what it reports until it ends.</summary>
    public async Task<T> ShowAsync<T>(Func<IProgress<FlowEvent>, Task<T>> work)
    {
        try
        {
            return _output.ShowsBars ? await WithBarAsync(work) : await work(this);
        }
        finally
        {
            ReportLast();
        }
    }

    public void Report(FlowEvent value)
    {
        lock (_gate)
        {
            Show(value);
        }
    }

    private Task<T> WithBarAsync<T>(Func<IProgress<FlowEvent>, Task<T>> work) => _output.People
        .Progress()
        .AutoClear(enabled: true)
        .Columns(BarColumns(_output.People.Profile.Width))
        .StartAsync(async live =>
        {
            _bar = live.AddTask("Starting", autoStart: true, maxValue: 1);
            _bar.IsIndeterminate = true;
            _output.HasBar = true;
            try
            {
                return await work(this);
            }
            finally
            {
                _bar = null;
                _output.HasBar = false;
            }
        });

    // A line that is broken into two cannot be taken back: what has no room is left out.
    private ProgressColumn[] BarColumns(int width)
    {
        ProgressColumn[] columns =
        [
            new TaskDescriptionColumn { Alignment = Justify.Left },
            _nextLook,
            new WhileSending(new PercentageColumn()),
            new WhileSending(new RemainingTimeColumn()),
            new ProgressBarColumn { Width = width >= WidthForLongBar ? 40 : 16 },
            new WhileSending(new DownloadedColumn()),
            new WhileSending(new TransferSpeedColumn()),
        ];
        return width switch
        {
            >= WidthForAll => columns,
            >= WidthForBar => columns[..5],
            _ => columns[..3],
        };
    }

    private void Show(FlowEvent value)
    {
        switch (value)
        {
            case UploadProgress progress:
                ShowProgress(progress);
                break;
            case PartChanged part:
                ShowPart(part);
                break;
            case PhotoFailed failed:
                _output.Line(new FailedLine(failed.Path, failed.Reason.Code, failed.Message ?? failed.Reason.Meaning));
                _output.Say($"  {Path.GetFileName(failed.Path)} was not sent: it {failed.Reason.Meaning} ({failed.Reason.Code}). {failed.Message ?? failed.Reason.NextStep}");
                break;
            case PhotoWaits waits:
                ShowWait(waits.Path, waits.Wait, waits.Why);
                break;
            case DestinationWaits waits:
                ShowWait(path: null, waits.Wait, waits.Why);
                break;
            case Looked looked:
                ShowLook(looked);
                break;
            case EarlierImagesUnknown unknown:
                _output.Line(new NoteLine(Wording.EarlierImages(unknown)));
                _output.Say($"  {Wording.EarlierImages(unknown)}");
                break;
            case LookFailed failed:
                ShowFailedLook(failed);
                break;
            case EntryChanged changed:
                _entries.Print(changed.Entry);
                break;
            case SyncStopped stopped:
                _output.Line(new NoteLine($"{ServiceList.Web}: {stopped.Message}"));
                _output.Say($"  {ServiceList.Web} was not told: {stopped.Message}");
                break;
            default:
                break;
        }
    }

    private void ShowProgress(UploadProgress progress)
    {
        if (_bar is { } bar)
        {
            bar.IsIndeterminate = false;
            bar.MaxValue = Math.Max(1, progress.Bytes);
            bar.Value = progress.BytesSent;
            bar.Description = $"Sending {progress.PhotosSent}/{progress.Photos} photos";
            _nextLook.Begin(wait: null);
        }

        _unreported = progress;
        if (_time.GetElapsedTime(_jsonAt) >= JsonPace)
        {
            ReportLine(progress);
        }

        if (_bar is null && _time.GetElapsedTime(_plainAt) >= PlainPace)
        {
            _plainAt = _time.GetTimestamp();
            _output.Say($"  {progress.PhotosSent} of {Wording.Count(progress.Photos, "photo")} sent, {Wording.Bytes(progress.BytesSent)} of {Wording.Bytes(progress.Bytes)}");
        }
    }

    private void ReportLine(UploadProgress progress)
    {
        _jsonAt = _time.GetTimestamp();
        _unreported = null;
        _output.Line(new ProgressLine(progress.PhotosSent, progress.Photos, progress.BytesSent, progress.Bytes));
    }

    private void ReportLast()
    {
        lock (_gate)
        {
            if (_unreported is { Photos: > 0 } last)
            {
                ReportLine(last);
            }
        }
    }

    // Photos wait together, for the same reason: people want to hear it once.
    private void ShowWait(string? path, TimeSpan wait, string why)
    {
        _output.Line(new WaitingLine(path, Math.Round(wait.TotalSeconds, 3), why));
        if (_waitSaid == why && _time.GetElapsedTime(_waitSaidAt) < PlainPace)
        {
            return;
        }

        _waitSaid = why;
        _waitSaidAt = _time.GetTimestamp();
        var who = path is null ? "waiting" : $"{Path.GetFileName(path)} waits";
        _output.Say($"  {who} {Wording.Duration(wait)}: {why}");
    }

    private void ShowPart(PartChanged change)
    {
        var part = _catalog.Overview.Part(change.PartId);
        var line = PartLine.Of(part, Now);

        // While the run goes on with it there is nothing for the user to do.
        _output.Line(change is { Trouble: null, State: < PartState.Processing } ? line with { NextStep = null } : line);
        if (change.Trouble is { } trouble)
        {
            _output.Say($"  part {change.Number}{Whose(part)} is {Wording.State(change.State)}: {trouble}");
        }
        else if (Milestone(change.State) is { } milestone)
        {
            _output.Say($"  part {change.Number}{Whose(part)} {milestone}");
        }

        if (change.Note is { } note)
        {
            _output.Line(new NoteLine(note));
            _output.Say($"  {note}.");
        }
    }

    private void ShowLook(Looked looked)
    {
        var next = looked.NextLookIn is { } wait ? $"; next look in {Wording.Duration(wait)}" : "";
        var part = _catalog.Overview.Part(looked.PartId);
        _output.Line(PartLine.Of(part, Now));
        if (!_visibleSaid.TryGetValue(looked.PartId, out var said) || said != looked.Visible || looked.NextLookIn is null)
        {
            _visibleSaid[looked.PartId] = looked.Visible;
            _output.Say($"  part {looked.Number} at {Wording.Where(part, _catalog)}: {looked.Visible} of {looked.Photos} visible{next}");
        }

        if (_bar is { } bar)
        {
            bar.IsIndeterminate = true;
            bar.Description = "Waiting for images";
            _nextLook.Begin(looked.NextLookIn);
        }
    }

    private string Whose(PartStatus part) => Wording.Where(part, _catalog) is var where && where != part.Destination ? $" at {where}" : "";

    private void ShowFailedLook(LookFailed failed)
    {
        _output.Line(new LookFailedLine(failed.Destination, failed.Message, failed.NextLookIn is { } gap ? Math.Round(gap.TotalSeconds, 3) : null));
        if (failed.NextLookIn is { } wait)
        {
            _output.Say($"  {failed.Destination} cannot be asked: {failed.Message.TrimEnd('.')}. Next try in {Wording.Duration(wait)}; Ctrl-C ends, and 'mtpdu status --follow' goes on.");
        }
    }

    // What a person wants to hear of; the states between are for scripts.
    private static string? Milestone(PartState state) => state switch
    {
        PartState.Processing => "is published",
        PartState.DryRun => "arrived whole and is not published: this is a dry run",
        PartState.Failed => "has no photo that arrived",
        _ => null,
    };
}
