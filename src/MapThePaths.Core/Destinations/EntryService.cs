using MapThePaths.Core.Model;

namespace MapThePaths.Core.Destinations;

/// <summary>A service that lists sequences whose images are at a destination, and fetches those itself with the destination's token.</summary>
/// <param name="Server">Its address; also the key in the catalog.</param>
/// <param name="Destinations">Whose sequences it lists.</param>
public sealed record EntryService(string Server, IReadOnlyList<string> Destinations)
{
    /// <summary>
    /// Finds out by looking which contract the server speaks, and that it knows who asks; hands over nothing. May be repeated. It is given
    /// the name of the contract that was found last time, which is tried first; null for none.
    /// </summary>
    /// <exception cref="DestinationException">
    /// <see cref="FailureKind.SignInNeeded"/>, <see cref="FailureKind.Unreachable"/>, or <see cref="FailureKind.AskedWrongly"/> when there is no
    /// such server at the address, or none that a token may be sent to.
    /// </exception>
    public required Func<string?, CancellationToken, Task<EntryContract>> FindContractAsync { get; init; }

    /// <summary>The token of whoever sent the images to a destination; known there to be good just now.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/> when there is none of that account.</exception>
    public required Func<string, Account, CancellationToken, Task<string>> TokenOfAsync { get; init; }
}

/// <summary>One generation of a server's contract, with the calls that it has.</summary>
/// <param name="Name">Stored and shown.</param>
public sealed record EntryContract(string Name)
{
    /// <summary>Code of a refusal that is about the destination's token, so that everything else that needs it would be refused too.</summary>
    public const string TokenRefused = "token-refused";

    /// <summary>
    /// Makes an entry with nothing attached to it, and answers its id. Null where importing makes it. Must not be repeated when it may have been
    /// carried out: there would be two.
    /// </summary>
    /// <exception cref="DestinationException">
    /// <see cref="FailureKind.Unclear"/> when it may have been made; after any other kind, and after cancellation, it was not.
    /// </exception>
    public Func<EntryText, CancellationToken, Task<string>>? CreateAsync { get; init; }

    /// <summary>
    /// Attaches the destination's sequence to the entry, and answers the entry's id. Where there is a <see cref="LookAsync"/> it must not be
    /// repeated after it was carried out; elsewhere it may be, which finds the entry by the sequence's key.
    /// </summary>
    /// <exception cref="DestinationException">As <see cref="CreateAsync"/>; <see cref="FailureKind.PartRefused"/> in the server's words.</exception>
    public required Func<EntryImport, CancellationToken, Task<string>> ImportAsync { get; init; }

    /// <summary>Whether this sequence (key) is attached to that entry (id). Null where an entry cannot be read. May be repeated.</summary>
    public Func<string, string, CancellationToken, Task<bool>>? LookAsync { get; init; }
}

/// <summary>What an entry says of a sequence.</summary>
/// <param name="Part">Counts from 1; null when the sequence has only one.</param>
public sealed record EntryText(string Name, int? Part, string Description, TransportType Transport, IReadOnlyList<string> Tags);

/// <summary>What is attached to an entry.</summary>
/// <param name="EntryId">Of an entry that we made at this server; null where importing makes it.</param>
/// <param name="Destination">Where the sequence is.</param>
/// <param name="SequenceKey">What that destination calls it.</param>
/// <param name="Token">The destination's, of whoever sent the sequence there.</param>
public sealed record EntryImport(string? EntryId, EntryText Text, string Destination, string SequenceKey, string Token)
{
    /// <summary>Names no secret.</summary>
    public override string ToString() => $"import of {SequenceKey}";
}
