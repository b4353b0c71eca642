using System.Collections.Concurrent;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.Mapillary.Identity;

/// <summary>The app, its users and the tokens issued to them (§2, §3).</summary>
internal sealed class Accounts
{
    public const string PracticeUser = "practice";

    /// <summary>About 60 days, as seen in practice (§3.2).</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(5_183_944);

    public static readonly IReadOnlyList<string> AllScopes = ["read", "write", "upload"];

    private readonly ConcurrentDictionary<string, Account> _byId = new(StringComparer.Ordinal);
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
        PracticeToken = TokenOf(PracticeUser);
    }

    public AppRegistered App { get; private set; }

    public Token PracticeToken { get; }

    public IEnumerable<Account> All => _byId.Values;

    public Account? ById(string id) => _byId.GetValueOrDefault(id);

    public Account? ByName(string username) => _byId.Values.FirstOrDefault(account => account.Username == username);

    public Token? Find(string text) => text == App.ClientToken
        ? new Token(text, Account: null, AllScopes, DateTimeOffset.MaxValue)
        : _tokens.GetValueOrDefault(text);

    public bool IsRevoked(string text) => _revoked.ContainsKey(text);

    public bool IsExpired(Token token) => token.ExpiresAt <= _time.GetUtcNow();

    /// <summary>A living token with all scopes of this user, who is made if need be.</summary>
    public Token TokenOf(string username)
    {
        var account = ByName(username) ?? Open(username);
        var living = _tokens.Values.Where(token => token.Account == account && !IsRevoked(token.Text) && !IsExpired(token));
        return living.Where(token => token.Scopes.Count == AllScopes.Count).MaxBy(token => token.ExpiresAt) ?? Issue(account, AllScopes);
    }

    public Token Issue(Account account, IReadOnlyList<string> scopes)
    {
        var entry = new TokenIssued(
            "MLYA" + RandomText.Letters(60),
            account.Id,
            string.Join(' ', scopes),
            _time.GetUtcNow() + TokenLifetime);
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
            case AccountOpened opened:
                _byId[opened.Id] = new Account(opened.Id, opened.Username);
                break;
            case TokenIssued issued:
                _tokens[issued.Text] = new Token(issued.Text, _byId[issued.AccountId], issued.Scopes.Split(' '), issued.ExpiresAt);
                break;
            case TokenRevoked revoked:
                _revoked[revoked.Text] = true;
                break;
        }
    }
}
