using System.Text;

namespace MapThePaths.App.Accounts;

/// <summary>
/// The key ring of macOS, by <c>security</c>. The command that holds the token goes through its standard input (<c>-i</c>), since
/// arguments can be seen by every process. Not tried on a Mac yet.
/// </summary>
/// <param name="home">Each home has tokens of its own.</param>
internal sealed class Keychain(string home) : ITokenStore
{
    private const string Command = "security";

    public string Name => "keychain";

    public async Task<bool> KeepAsync(string key, string token, CancellationToken cancellationToken)
    {
        // Hexadecimal and escaped: nothing is left to quote.
        var order = $"add-generic-password -U {string.Join(' ', Item(key))} -X {Convert.ToHexString(Encoding.UTF8.GetBytes(token))}\n";
        var kept = await Tool.RunAsync(Command, ["-i"], order, cancellationToken);
        return kept.Succeeded && await FindAsync(key, cancellationToken) == token;
    }

    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await Tool.RunAsync(Command, ["find-generic-password", .. Item(key), "-w"], input: null, cancellationToken);
        return found.Succeeded && found.Output.Length > 0 ? found.Output.TrimEnd('\n') : null;
    }

    public Task ForgetAsync(string key, CancellationToken cancellationToken) =>
        Tool.RunAsync(Command, ["delete-generic-password", .. Item(key)], input: null, cancellationToken);

    private string[] Item(string key) => ["-s", $"mtpdu:{Uri.EscapeDataString(home)}", "-a", Uri.EscapeDataString(key)];
}
