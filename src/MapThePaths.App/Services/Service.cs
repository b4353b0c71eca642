using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Services;

/// <summary>A service as the program knows it before it asks anything of it: a class for each, and its line in <see cref="ServiceList"/>.</summary>
/// <param name="name">The word of the command line.</param>
/// <param name="title">What people call it.</param>
internal abstract class Service(string name, string title)
{
    public string Name { get; } = name;

    public string Title { get; } = title;

    /// <summary>What it accepts; null when photos cannot be sent there. Needs no account.</summary>
    public virtual DestinationRules? Rules => null;

    /// <summary>Runs within the program, for trying things out.</summary>
    public virtual bool IsPractice => false;

    /// <summary>Whether <see cref="SignIn"/> can be asked for.</summary>
    public virtual bool HasSignIn => true;

    /// <summary>Whether it publishes for organizations too.</summary>
    public virtual bool HasOrganizations => false;

    /// <summary>Whether its sequences are told to the service that lists sequences.</summary>
    public virtual bool IsListedElsewhere(Settings settings) => false;

    /// <summary>Nobody runs the real one any more: whoever answers is a stand-in, and the user knows.</summary>
    public virtual bool IsGone => false;

    /// <summary>Where the settings may hold a token for it.</summary>
    public virtual string TokenSettings => "";

    /// <summary>The server, where the settings name one; null for the usual one and for none.</summary>
    public virtual string? AddressIn(Settings settings) => null;

    /// <summary>Where it leads by the settings, when that is not the live service; else null.</summary>
    public virtual string? StandInAddress(Settings settings) => null;

    /// <summary>The public page of an image; null where there is none.</summary>
    public virtual Uri? PageOf(string imageId, Settings settings) => null;

    /// <summary>Why its images are no reason to give up an original. Null where they are: only a live service that keeps them for good may say so.</summary>
    public virtual Reason? WhyNotForGood(Settings settings) => Reason.StandInOnly;

    /// <summary>How one signs in. Needs no account.</summary>
    public virtual SignInService SignIn(Settings settings, TimeProvider time) => throw new InvalidOperationException($"Nobody signs in at {Name}.");

    /// <summary>Makes the destination ready to be used; only where there are <see cref="Rules"/>.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/>: nobody is signed in; <see cref="FailureKind.AskedWrongly"/>: it is not set up.</exception>
    public virtual Task<PhotoDestination> CreateAsync(SendingTerms terms, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"Photos cannot be sent to {Name}.");

    /// <summary>Keys of settings that have no value.</summary>
    protected static string[] Missing(params (string Key, string? Value)[] settings) =>
        [.. settings.Where(setting => setting.Value is null).Select(setting => setting.Key)];

    /// <summary>A token that stands in the code's hand.</summary>
    protected static Func<CancellationToken, Task<string?>> Just(string? token) => _ => Task.FromResult(token);
}
