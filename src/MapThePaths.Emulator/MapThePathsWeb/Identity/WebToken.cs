using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.MapThePathsWeb.Identity;

/// <summary>Tokens of Map the Paths Web, and the app they are issued to (§2).</summary>
internal static class WebToken
{
    private const string Service = "mtpw";
    private static readonly TimeSpan SeedLifetime = TimeSpan.FromSeconds(36_000);
    private static readonly TimeSpan HeadLifetime = TimeSpan.FromSeconds(600_000_000);

    public static TokenKind Kind(WebGeneration generation) => new(
        Service,
        ["read", "write"],
        generation == WebGeneration.Seed ? SeedLifetime : HeadLifetime,
        static _ => RandomText.Letters(30));

    public static ClientRegistered Client(Accounts accounts) =>
        accounts.ClientOf(Service, static () => new ClientRegistered(Service, RandomText.Letters(40), RandomText.Letters(128)));
}
