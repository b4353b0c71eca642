namespace MapThePaths.App.Accounts;

/// <summary>The key ring of a Linux desktop (Secret Service), by <c>secret-tool</c>, which takes a secret on standard input.</summary>
/// <param name="home">Each home has tokens of its own.</param>
internal sealed class SecretService(string home) : ITokenStore
{
    private const string Command = "secret-tool";

    public string Name => "secret-service";

    public async Task<bool> KeepAsync(string key, string token, CancellationToken cancellationToken)
    {
        var kept = await Tool.RunAsync(Command, ["store", $"--label=mtpdu {key}", .. Attributes(key)], token, cancellationToken);
        return kept.Succeeded && await FindAsync(key, cancellationToken) == token;
    }

    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await Tool.RunAsync(Command, ["lookup", .. Attributes(key)], input: null, cancellationToken);
        return found.Succeeded && found.Output.Length > 0 ? found.Output.TrimEnd('\n') : null;
    }

    public Task ForgetAsync(string key, CancellationToken cancellationToken) =>
        Tool.RunAsync(Command, ["clear", .. Attributes(key)], input: null, cancellationToken);

    private string[] Attributes(string key) => ["application", "mtpdu", "home", home, "account", key];
}
