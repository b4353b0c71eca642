using System.Collections.Concurrent;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.Identity;

/// <summary>The users of all services, the registered apps, and the tokens issued to them.</summary>
internal sealed class Accounts
{
    public const string PracticeUser = "practice";

    private readonly ConcurrentDictionary<string, Account> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ClientRegistered> _clients = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Token> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _revoked = new(StringComparer.Ordinal);
    private readonly Journal _journal;
    private readonly TimeProvider _time;

    public Accounts(Journal journal, TimeProvider time)
    {
        _journal = journal;
        _time = time;
        foreach (var entry in journal.Past)
        {
            Remember(entry);
        }

        App ??= Register();
    }

    /// <summary>The app of Mapillary's API v4; the other services' apps are <see cref="ClientOf"/>.</summary>
    public AppRegistered App { get; private set; }

    public IEnumerable<Account> All => _byId.Values;

    public Account? ById(string id) => _byId.GetValueOrDefault(id);

    public Account? ByName(string username) => _byId.Values.FirstOrDefault(account => account.Username == username);

    /// <summary>The user with this name, who is made if need be; without a name, the user <c>practice</c>.</summary>
    public Account Named(string username)
    {
        var name = username.Length == 0 ? PracticeUser : username;
        return ByName(name) ?? Open(name);
    }

    /// <summary>The one app of a further service, registered when first asked for.</summary>
    public ClientRegistered ClientOf(string service, Func<ClientRegistered> register)
    {
        if (!_clients.ContainsKey(service))
        {
            Record(register());
        }

        return _clients[service];
    }

    public Token? Find(string text) => _tokens.GetValueOrDefault(text);

    public bool IsRevoked(string text) => _revoked.ContainsKey(text);

    public bool IsExpired(Token token) => token.ExpiresAt <= _time.GetUtcNow();

    public bool IsLiving(Token token) => !IsRevoked(token.Text) && !IsExpired(token);

    /// <summary>A living token with all scopes of this user, who is made if need be.</summary>
    public Token TokenOf(string username, TokenKind kind)
    {
        var account = Named(username);
        return Living(account, kind).Where(token => token.Scopes.Count == kind.AllScopes.Count).MaxBy(token => token.ExpiresAt)
            ?? Issue(account, kind, kind.AllScopes);
    }

    public IEnumerable<Token> Living(Account account, TokenKind kind) =>
        _tokens.Values.Where(token => token.Account == account && token.Service == kind.Service && IsLiving(token));

    public Token Issue(Account account, TokenKind kind, IReadOnlyList<string> scopes)
    {
        var end = kind.Lifetime is { } lifetime ? _time.GetUtcNow() + lifetime : DateTimeOffset.MaxValue;
        var entry = new TokenIssued(kind.NewText(account), account.Id, string.Join(' ', scopes), end, kind.Service);
        Record(entry);
        return _tokens[entry.Text];
    }

    public void Revoke(string text)
    {
        if (text.Length > 0)
        {
            Record(new TokenRevoked(text));
        }
    }

    private Account Open(string username)
    {
        var entry = new AccountOpened(RandomText.Digits(15), username);
        Record(entry);
        return _byId[entry.Id];
    }

    private AppRegistered Register()
    {
        var id = RandomText.Digits(16);
        var app = new AppRegistered(id, $"MLY|{id}|{RandomText.Hex(32)}", $"MLY|{id}|{RandomText.Hex(32)}", RandomText.Digits(16));
        Record(app);
        return app;
    }

    private void Record(JournalEntry entry)
    {
        _journal.Write(entry);
        Remember(entry);
    }

    private void Remember(JournalEntry entry)
    {
        switch (entry)
        {
            case AppRegistered app:
                App = app;
                break;
            case ClientRegistered client:
                _clients[client.Service] = client;
                break;
            case AccountOpened opened:
                _byId[opened.Id] = new Account(opened.Id, opened.Username);
                break;
            case TokenIssued issued:
                _tokens[issued.Text] = new Token(
                    issued.Service, issued.Text, _byId[issued.AccountId], issued.Scopes.Split(' '), issued.ExpiresAt);
                break;
            case TokenRevoked revoked:
                _revoked[revoked.Text] = true;
                break;
        }
    }
}
