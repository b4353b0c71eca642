namespace MapThePaths.Emulator.Identity;

/// <summary>A user, the same person at every service. <c>Id</c>: a decimal string, as API v4 has it (§4.1).</summary>
internal sealed record Account(string Id, string Username)
{
    /// <summary>The same user's key in Mapillary's API v3 (§1 there).</summary>
    public string Key => OpaqueKey.Of("user/" + Id);

    public string Email => Username + "@example.org";
}
