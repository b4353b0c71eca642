using System.Threading.Channels;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Runs;

/// <summary>One piece of work and what it tells. It goes on whether or not somebody listens. Thread safe.</summary>
internal sealed class PageRun : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly CancellationTokenSource _pause = new();
    private readonly Channel<string> _answers = Channel.CreateBounded<string>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Lock _gate = new();
    private readonly DateTimeOffset _startedAt;
    private RunState _state = RunState.Running;
    private RunEnd? _end;
    private long? _sequence;

    public PageRun(RunKind kind, long? sequence, DateTimeOffset startedAt)
    {
        Kind = kind;
        _sequence = sequence;
        _startedAt = startedAt;
    }

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public RunKind Kind { get; }

    public RunLog Log { get; } = new();

    /// <summary>Begin nothing new.</summary>
    public CancellationToken Pausing => _pause.Token;

    /// <summary>The wish to send that is left, with no destination once all were sent to; null for other kinds.</summary>
    public SendRequest? Sending { get; set; }

    public bool IsOver => _end is not null;

    /// <summary>What the user typed for it.</summary>
    public ChannelReader<string> Answers => _answers.Reader;

    /// <summary>The sequence became known.</summary>
    public void IsAbout(long sequence) => _sequence = sequence;

    public void Say(string message) => Log.Add(new Note(Redaction.Of(message)));

    /// <param name="cause">The words in it that a failure has.</param>
    public void Say(string message, string cause) => Log.Add(new Note(Redaction.Of(message), Redaction.Of(cause)));

    public RunView View() => new(Id, Kind, _sequence, _state, _startedAt, Sending, _end?.ExitCode, _end?.Summary);

    /// <returns>False for work that cannot finish what it has begun, or has ended.</returns>
    public bool Pause()
    {
        lock (_gate)
        {
            if (Kind is not (RunKind.Send or RunKind.Practice) || _end is not null)
            {
                return false;
            }

            _state = RunState.Pausing;
        }

        _pause.Cancel();
        return true;
    }

    public void Cancel() => _cancel.Cancel();

    public bool Answer(string text) => Kind == RunKind.Login && _end is null && _answers.Writer.TryWrite(text);

    /// <summary>Does the work, and turns every way it can end into words.</summary>
    public async Task DoAsync(Func<PageRun, CancellationToken, Task<RunOutcome>> work)
    {
        var end = await EndOfAsync(work);
        lock (_gate)
        {
            _end = end;
            _state = end.State;
        }

        Log.Add(end);
    }

    public void Dispose()
    {
        _cancel.Dispose();
        _pause.Dispose();
    }

    private async Task<RunEnd> EndOfAsync(Func<PageRun, CancellationToken, Task<RunOutcome>> work)
    {
        try
        {
            var outcome = await work(this, _cancel.Token);
            return new RunEnd(outcome.State, outcome.ExitCode, outcome.Message, outcome.Result);
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
            return Failed(RunState.Cancelled, ExitCode.Cancelled, "Stopped. What was done is kept; the same wish goes on from there.");
        }
        catch (UserMistakeException mistake)
        {
            return Failed(RunState.Failed, ExitCode.WrongUsage, mistake.Message);
        }
        catch (DestinationException failure)
        {
            return Failed(RunState.Failed, ExitCode.Of(failure), failure.OnPage());
        }
        catch (Exception failure) when (failure is CatalogException or NotThereException)
        {
            return Failed(RunState.Failed, ExitCode.ProgramFault, failure.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !_cancel.IsCancellationRequested)
        {
            return Failed(RunState.Failed, ExitCode.ProgramFault, $"This is a fault in the program: {fault.Message} {FaultReport.Write(fault)}");
        }
    }

    private static RunEnd Failed(RunState state, int code, string message) => new(state, code, Redaction.Of(message), Summary: null);
}

/// <summary>How work ended that nothing threw out of.</summary>
/// <param name="Message">What the user should know; null when all is said by the result.</param>
/// <param name="Result">What came of it; each kind of run has its own.</param>
internal sealed record RunOutcome(int ExitCode, string? Message, object? Result)
{
    public RunState State { get; init; } = ExitCode is App.ExitCode.Done or App.ExitCode.PartlyDone ? RunState.Done : RunState.Failed;
}
