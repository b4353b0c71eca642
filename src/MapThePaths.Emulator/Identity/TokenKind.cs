namespace MapThePaths.Emulator.Identity;

/// <summary>What the tokens of one service are like.</summary>
/// <param name="Service">The service's name in the journal: a token of one service is unknown at the others.</param>
/// <param name="Lifetime">Null: for ever.</param>
/// <param name="NewText">A new unguessable text of the service's shape.</param>
internal sealed record TokenKind(string Service, IReadOnlyList<string> AllScopes, TimeSpan? Lifetime, Func<Account, string> NewText);
