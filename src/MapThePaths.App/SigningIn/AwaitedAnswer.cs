using System.Security.Cryptography;
using System.Text;

namespace MapThePaths.App.SigningIn;

/// <summary>What became of an answer that somebody brought.</summary>
internal enum Reception
{
    Taken,

    /// <summary>It does not belong to our question: left aside, the wait goes on.</summary>
    WrongState,

    /// <summary>An answer was taken before.</summary>
    TooLate,
}

/// <summary>The one answer that a sign-in waits for, whoever brings it. Thread safe.</summary>
internal sealed class AwaitedAnswer
{
    /// <summary>What the user hears of an answer with the <see cref="Reception.WrongState"/>.</summary>
    public const string LeftAside = "An answer that belongs to no question of ours came, and was left aside.";

    private readonly TaskCompletionSource<IReadOnlyDictionary<string, string>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Comes back with the answer. 256 random bits, so nobody guesses it.</summary>
    public string State { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Query and fragment of the redirected address, by name.</summary>
    public Task<IReadOnlyDictionary<string, string>> Answer => _answer.Task;

    public Reception Offer(IReadOnlyDictionary<string, string> answer)
    {
        var state = Encoding.UTF8.GetBytes(answer.GetValueOrDefault("state", ""));
        if (!CryptographicOperations.FixedTimeEquals(state, Encoding.UTF8.GetBytes(State)))
        {
            return Reception.WrongState;
        }

        return _answer.TrySetResult(answer) ? Reception.Taken : Reception.TooLate;
    }
}
