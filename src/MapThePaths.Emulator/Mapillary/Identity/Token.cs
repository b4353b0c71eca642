namespace MapThePaths.Emulator.Mapillary.Identity;

/// <summary>An issued token; the app's own client token has no account, since it is no user (§1).</summary>
internal sealed record Token(string Text, Account? Account, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt)
{
    public bool MayUpload => Account is not null && Scopes.Contains("upload");

    /// <summary>Names no secret.</summary>
    public override string ToString() => $"token of {Account?.Username ?? "the app"}";
}
