namespace MapThePaths.Emulator.Identity;

/// <summary>A token of one service; an app's own client token has no account, since it is no user (v4 §1).</summary>
internal sealed record Token(string Service, string Text, Account? Account, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt)
{
    /// <summary>Names no secret.</summary>
    public override string ToString() => $"token of {Account?.Username ?? "the app"} for {Service}";
}
