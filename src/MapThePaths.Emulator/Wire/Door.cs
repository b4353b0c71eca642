using System.Collections.Concurrent;
using System.Text;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Hosting;
using MapThePaths.Emulator.Identity;
using Microsoft.AspNetCore.Http;

namespace MapThePaths.Emulator.Wire;

/// <summary>The way of every call: line, faults, rules, work, answer.</summary>
internal sealed class Door(FaultScript script, Link link, Accounts accounts, TimeProvider time)
{
    private readonly ConcurrentDictionary<FaultTarget, int> _calls = new();

    /// <summary>Calls since the start, by target.</summary>
    public IReadOnlyDictionary<FaultTarget, int> Calls => new Dictionary<FaultTarget, int>(_calls.ToArray());

    public RequestDelegate To(IOperation operation, IDialect dialect) => context => PassAsync(context, operation, dialect);

    private async Task PassAsync(HttpContext context, IOperation operation, IDialect dialect)
    {
        try
        {
            var call = new Call(context);
            await ArriveAsync(call, operation);
            var answer = await WorkAsync(call, operation, dialect);
            await LeaveAsync(context, call.Faults, answer);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // A vanished client is an expected end.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await SendAsync(context.Response, OwnFault(fault), CancellationToken.None);
        }
    }

    /// <summary>A fault of the emulator's own must not pass for one of the service's.</summary>
    private static Answer OwnFault(Exception fault) =>
        new(500, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"FAULT IN THE EMULATOR {fault}"));

    private async Task ArriveAsync(Call call, IOperation operation)
    {
        var target = operation.Target(call);
        _calls.AddOrUpdate(target, 1, static (_, count) => count + 1);
        call.Faults = script.Meet(target, await operation.KeyAsync(call));
        await link.RoundTripAsync(call.Gone);
        if (call.Faults.Amount(FaultEffect.Delay) is { } delay)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delay), call.Gone);
        }

        if (call.Faults.Has(FaultEffect.Revoke))
        {
            accounts.Revoke(BearerText.Of(call.Request).Text);
        }
    }

    private static async Task<Answer> WorkAsync(Call call, IOperation operation, IDialect dialect)
    {
        if (FaultAnswer.Instead(call.Faults, dialect) is { } instead)
        {
            return instead;
        }

        foreach (var rule in operation.Rules)
        {
            if (rule.Refuse(call) is { } refusal)
            {
                return refusal;
            }
        }

        return FaultAnswer.After(call.Faults, dialect, await operation.AnswerAsync(call));
    }

    private async Task LeaveAsync(HttpContext context, FaultsInForce faults, Answer answer)
    {
        if (answer == Answer.Cut)
        {
            context.Abort();
            return;
        }

        await DrainAsync(context.Request, context.RequestAborted);
        if (answer == Answer.Silence)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        if (faults.Amount(FaultEffect.Usage) is { } percent)
        {
            context.Response.Headers["X-App-Usage"] = $$"""{"call_count":{{percent}}}""";
        }

        if (faults.Amount(FaultEffect.ClockSkew) is { } skew)
        {
            context.Response.Headers.Date = time.GetUtcNow().AddSeconds(skew).ToString("r");
        }

        await SendAsync(context.Response, answer, context.RequestAborted);
    }

    /// <summary>A refusal hears the client out first: otherwise some clients see a broken connection instead of the refusal.</summary>
    private static async Task DrainAsync(HttpRequest request, CancellationToken gone)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(gone);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private static Task SendAsync(HttpResponse response, Answer answer, CancellationToken gone)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.FilePath is not null)
        {
            response.ContentLength = new FileInfo(answer.FilePath).Length;
            return response.SendFileAsync(answer.FilePath, gone);
        }

        if (answer.Status == StatusCodes.Status204NoContent)
        {
            return Task.CompletedTask;
        }

        response.ContentLength = answer.Body.Length;
        return response.Body.WriteAsync(answer.Body, gone).AsTask();
    }
}
