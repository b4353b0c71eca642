using MapThePaths.Core.Destinations;

namespace MapThePaths.App;

/// <summary>
/// Asks who is signed in while other work is done, so that whoever wants to know need not wait a round trip. What the question met, trouble
/// too, is for the first who asks; later ones ask anew. Disposing of it takes back a question whose answer nobody wanted. Thread safe.
/// </summary>
internal sealed class AskedAhead : ISignIn, IAsyncDisposable
{
    private readonly ISignIn _signIn;
    private readonly CancellationTokenSource _stop;
    private readonly Task<Account> _answer;
    private int _isGiven;

    public AskedAhead(ISignIn signIn, CancellationToken cancellationToken)
    {
        _signIn = signIn;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _answer = Task.Run(() => signIn.WhoAmIAsync(_stop.Token), CancellationToken.None);
    }

    public Task<Account> WhoAmIAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _isGiven, 1) == 0 ? _answer.WaitAsync(cancellationToken) : _signIn.WhoAmIAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Volatile.Write(ref _isGiven, 1);
        await _stop.CancelAsync();
        await ((Task)_answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
