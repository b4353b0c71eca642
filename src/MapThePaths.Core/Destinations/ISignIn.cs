namespace MapThePaths.Core.Destinations;

/// <summary>A destination that knows its users.</summary>
public interface ISignIn
{
    /// <summary>Who the current token belongs to. May be called as often as wished.</summary>
    /// <exception cref="DestinationException">
    /// <see cref="FailureKind.SignInNeeded"/> without a valid token; <see cref="FailureKind.Unreachable"/> when nobody answers.
    /// </exception>
    Task<Account> WhoAmIAsync(CancellationToken cancellationToken);
}
