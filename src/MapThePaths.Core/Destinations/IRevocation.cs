namespace MapThePaths.Core.Destinations;

/// <summary>A service that can be told that a token shall be good no longer.</summary>
public interface IRevocation
{
    /// <summary>May be repeated: a token that is dead already stays dead.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.Unreachable"/> when nobody answers or the service does not do it.</exception>
    Task RevokeAsync(string token, CancellationToken cancellationToken);
}
