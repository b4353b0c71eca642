using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.SigningIn;

/// <summary>How a sign-in talks to its user.</summary>
internal sealed record SignInTalk
{
    /// <summary>Shows the page to be opened.</summary>
    public required Action<Uri> Show { get; init; }

    /// <summary>Says something that does not end the sign-in.</summary>
    public required Action<string> Say { get; init; }

    /// <summary>Where the user may put the redirected address, a line each.</summary>
    public required TextReader Typed { get; init; }

    /// <summary>Whether that is read although the browser can come back by itself.</summary>
    public bool AlsoTyped { get; init; }

    /// <summary>Whether to open the user's browser.</summary>
    public bool OpensBrowser { get; init; }

    /// <summary>How long the user may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>Asks for consent in a browser and waits for the answer: by the redirect, or typed by the user.</summary>
/// <param name="home">Where a second instance of the program finds this one.</param>
internal sealed class BrowserSignIn(SignInService service, SignInTalk talk, string home, TimeProvider time)
{
    private readonly AwaitedAnswer _awaited = new();
    private readonly IConsent _consent = service.Consent ?? throw new UserMistakeException($"{NotSetUp(service)}. {HowToSetUp(service)}");

    // Why nothing listens although it could.
    private UserMistakeException? _whyTyped;

    // Letter by letter as registered: an address that was read has a slash at its end.
    private string Callback => _consent.RedirectUri.OriginalString;

    // An app's own scheme is not ours to choose.
    private string OrSetIt => LoopbackListener.Serves(_consent.RedirectUri) ? ", or set MAPILLARY_REDIRECT_URI to what is registered" : "";

    /// <summary>Such as <c>mapillary is not set up: MAPILLARY_SECRET is missing</c>.</summary>
    public static string NotSetUp(SignInService service) => $"{service.Name} is not set up: {Missing(service)}";

    /// <summary>Such as <c>MAPILLARY_SECRET is missing</c>.</summary>
    public static string Missing(SignInService service) => $"{string.Join(" and ", service.Missing)} {(service.Missing.Count == 1 ? "is" : "are")} missing";

    public static string HowToSetUp(SignInService service) =>
        $"Put {(service.Missing.Count == 1 ? "it" : "them")} into the environment or into .env (README, \"{service.Guide}\"), then sign in with 'mtpdu login {service.Name}'."
        + (service.TokenSuffices ? $" Or bring a token with 'mtpdu login {service.Name} --token -' or in {service.TokenSetting}." : "");

    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/> when the user refused or never came back, and as <see cref="IConsent.GrantAsync"/>.</exception>
    /// <exception cref="UserMistakeException">The service is not set up, or the port of the redirect address is taken.</exception>
    public async Task<Grant> RunAsync(CancellationToken cancellationToken)
    {
        await using var reception = await OpenReceptionAsync(cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            AskUser(over.Token);
            var answer = await AnswerAsync(comesByItself: reception is not null, cancellationToken);

            // The reception stays open until the token is there, to turn a second answer away.
            return await _consent.GrantAsync(answer, cancellationToken);
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    /// <returns>Null when the browser cannot come back to this program by itself.</returns>
    private async Task<IAsyncDisposable?> OpenReceptionAsync(CancellationToken cancellationToken)
    {
        var address = _consent.RedirectUri;
        if (LoopbackListener.Serves(address))
        {
            return await ListenAsync(address, cancellationToken);
        }

        if (IsOurScheme(address)
            && await HandOver.StartAsync(home, address, _awaited, talk.Say, cancellationToken) is { } handOver
            && await RegisterAsync(address.Scheme, handOver, cancellationToken))
        {
            return handOver;
        }

        talk.Say($"This computer cannot bring the browser back to mtpdu by itself. It will end at an address that begins with '{Callback}', which it cannot open: type that address here.");
        return null;
    }

    // Whoever can type the address needs no listener.
    private async Task<LoopbackListener?> ListenAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return await LoopbackListener.StartAsync(address, _consent.MayAnswerInFragment, _awaited, talk.Say, cancellationToken);
        }
        catch (UserMistakeException taken) when (talk.AlsoTyped)
        {
            _whyTyped = taken;
            talk.Say($"{taken.Message} Or go on here: your browser will end at a page that it cannot show, or at one of that program; type the address of that page here. What listens there now sees the answer too.");
            return null;
        }
    }

    private async Task<bool> RegisterAsync(string scheme, HandOver handOver, CancellationToken cancellationToken)
    {
        var isRegistered = false;
        try
        {
            isRegistered = await SchemeHandler.RegisterAsync(scheme, home, cancellationToken);
            return isRegistered;
        }
        finally
        {
            if (!isRegistered)
            {
                await handOver.DisposeAsync();
            }
        }
    }

    // An address of the web belongs to its site, and other schemes to other programs.
    private static bool IsOurScheme(Uri address) => address.Scheme == "app.mtp.desktop";

    private void AskUser(CancellationToken over)
    {
        var page = _consent.Page(_awaited.State);
        talk.Show(page);
        if (talk.OpensBrowser)
        {
            _ = OpenAsync(page, over);
        }
    }

    private async Task OpenAsync(Uri page, CancellationToken over)
    {
        try
        {
            if (!await Browser.OpenAsync(page, over))
            {
                talk.Say("No browser could be opened here: open the address yourself.");
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The answer was faster.
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> AnswerAsync(bool comesByItself, CancellationToken cancellationToken)
    {
        var typed = talk.AlsoTyped || !comesByItself ? Task.Run(() => ReadAsync(talk.Typed), cancellationToken) : Task.CompletedTask;
        var answer = comesByItself ? _awaited.Answer : AnswerOrEndOfInputAsync(typed);
        try
        {
            return await answer.WaitAsync(talk.Limit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw Ended("nobody-came-back", $"nobody came back to {Callback} in time. If the page spoke of a wrong redirect_uri or callback, "
                + $"register exactly '{Callback}' for the app{OrSetIt}. Then sign in once more.");
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> AnswerOrEndOfInputAsync(Task typed)
    {
        await Task.WhenAny(_awaited.Answer, typed);
        return _awaited.Answer.IsCompleted ? await _awaited.Answer : throw _whyTyped ?? (Exception)Ended(
            "nobody-came-back",
            "the browser cannot come back by itself, and no redirected address was typed. Sign in once more and type it.");
    }

    private async Task ReadAsync(TextReader reader)
    {
        while (!_awaited.Answer.IsCompleted && await reader.ReadLineAsync() is { } line)
        {
            if (line.Trim() is { Length: > 0 } text && !Take(text))
            {
                talk.Say($"This is not the address that the browser was sent to: it begins with '{Callback}', and the state of this sign-in stands in it. Copy all of it, what follows a '?' or '#' too.");
            }
        }
    }

    private bool Take(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && RedirectedAddress.LeadsTo(_consent.RedirectUri, address)
        && _awaited.Offer(RedirectedAddress.Parameters(address)) == Reception.Taken;

    private DestinationException Ended(string code, string what) =>
        new(FailureKind.SignInNeeded, code, $"{service.Name}: {what}") { SaysWhatToDo = true };
}
