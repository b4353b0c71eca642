using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.Http;

/// <summary>
/// The only place where anything is tried again. Waits as long as the service asks, else 1, 2, 4 … seconds with jitter, gives up within
/// <see cref="RetryLimits"/>, and turns the last fault into the caller's <see cref="DestinationException"/>. Thread safe.
/// </summary>
/// <param name="jitter">0 ≤ x &lt; 1, thread safe; seeded by tests.</param>
/// <param name="usage">Looked at before every try; null for calls that no such limit counts.</param>
/// <param name="told">Hears of waits that nobody watches; null when nobody listens.</param>
internal sealed class Retry(TimeProvider clock, Func<double> jitter, AppUsage? usage = null, Action<UploadWait>? told = null)
{
    /// <summary>This many wrong offsets in a row are answered at once; more are a loop, and loops wait.</summary>
    private const int ImmediateOffsetTries = 3;

    /// <summary>Runs <paramref name="attempt"/> until it succeeds or its fault is final.</summary>
    public async Task<T> RunAsync<T>(Operation operation, Func<Tries, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var tries = new Tries(clock, operation.Limits);
        while (true)
        {
            await RoomAsync(operation, cancellationToken);
            try
            {
                return await attempt(tries);
            }
            catch (FaultException failure)
            {
                tries.CountFailure();
                var wait = Wait(failure.Fault, tries);
                if (IsFinal(failure.Fault.Kind) || tries.AreSpentBy(wait))
                {
                    throw Ended(operation, tries, failure);
                }

                // Begun before it is told: who is told may end it.
                var pause = Task.Delay(wait, clock, cancellationToken);
                Tell(operation, failure.Fault, wait, tries);
                await pause;
            }
        }
    }

    private static bool IsFinal(FaultKind kind) => kind is not (FaultKind.Transient or FaultKind.OffsetInvalid);

    private TimeSpan Wait(Fault fault, Tries tries)
    {
        if (fault.Kind == FaultKind.OffsetInvalid && tries.SinceProgress <= ImmediateOffsetTries)
        {
            return TimeSpan.Zero;
        }

        var grown = Math.Min(Math.Pow(2, tries.SinceProgress - 1), RetryLimits.LongestOwnWait.TotalSeconds);
        var own = TimeSpan.FromSeconds(grown * (0.5 + (0.5 * jitter())));
        var asked = fault.Wait.GetValueOrDefault() * (1 + (0.1 * jitter()));
        return asked > own ? asked : own;
    }

    /// <summary>Until another call is decent.</summary>
    private async Task RoomAsync(Operation operation, CancellationToken cancellationToken)
    {
        if (usage?.Pause is { } wait && wait > TimeSpan.Zero)
        {
            var pause = Task.Delay(wait, clock, cancellationToken);
            Tell(operation, new UploadWait(wait, WaitCause.TooFast, "the service asks us to slow down, nearly all that it allows is used"));
            await pause;
        }
    }

    private void Tell(Operation operation, Fault fault, TimeSpan wait, Tries tries)
    {
        if (wait > TimeSpan.Zero)
        {
            var why = fault.Cause == WaitCause.TooFast ? "too many requests" : fault.Message;
            Tell(operation, new UploadWait(wait, fault.Cause, why) { Failures = tries.SinceProgress });
        }
    }

    private void Tell(Operation operation, UploadWait wait)
    {
        if (operation.Watch is { } watch)
        {
            watch.Waits(wait);
        }
        else
        {
            told?.Invoke(wait with { Why = $"{operation.Name}: {wait.Why}" });
        }
    }

    private static DestinationException Ended(Operation operation, Tries tries, FaultException failure)
    {
        var fault = failure.Fault;
        var count = tries.Total > 1 ? $" (after {tries.Total} tries)" : "";
        return new DestinationException(Kind(fault, operation.WhenRefused), fault.Code, $"{operation.Name}: {fault.Message}{count}", failure)
        {
            IsWordless = fault.IsWordless,
            IsAnswered = fault.IsAnswered,
        };
    }

    private static FailureKind Kind(Fault fault, FailureKind whenRefused) => fault.Kind switch
    {
        FaultKind.SignIn => FailureKind.SignInNeeded,
        FaultKind.Refused or FaultKind.NotThere when fault.Stated => whenRefused,
        _ => FailureKind.Unreachable,
    };
}
