using System.Globalization;
using System.Text.RegularExpressions;

namespace MapThePaths.Emulator.Faults;

/// <summary>Text to rule. Whatever is wrong is answered with the words that would be right.</summary>
internal static class FaultRuleReader
{
    private const string Form = "A fault rule is TARGET:EFFECT[:DETAIL]...[:WHEN]..., such as upload:status=503:every=3";
    private const string DetailWords = "backoff=MS, retry_after=SECONDS, http=STATUS, retriable, done";
    private const string WhenWords = "first=N, after=N, every=N, only=N, key=REGEX (last)";
    private static readonly FaultEffect[] InsteadOfAnAnswer =
        [FaultEffect.Status, FaultEffect.Backoff, FaultEffect.NotAuthorized, FaultEffect.Graph, FaultEffect.Garbage];

    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    public static FaultRule Read(string text)
    {
        var words = Split(text);
        if (words.Count < 2)
        {
            throw Wrong(text, Form);
        }

        var target = ReadTarget(text, words[0]);
        var rule = ReadEffect(text, words[1], target);
        foreach (var word in words.Skip(2))
        {
            rule = ReadRest(text, word, rule);
        }

        return rule;
    }

    /// <summary>All after <c>:key=</c> is one pattern, since a pattern may hold colons.</summary>
    private static List<string> Split(string text)
    {
        const string Key = ":key=";
        var key = text.IndexOf(Key, StringComparison.Ordinal);
        if (key < 0)
        {
            return [.. text.Split(':')];
        }

        return [.. text[..key].Split(':'), text[(key + 1)..]];
    }

    private static FaultTarget ReadTarget(string text, string word) =>
        Array.Find(TargetWord.All, known => known.Word == word)?.Target
        ?? throw Wrong(text, $"'{word}' is no target. Targets: {string.Join(", ", TargetWord.All.Select(known => known.Word))}");

    private static FaultRule ReadEffect(string text, string word, FaultTarget target)
    {
        var (name, value) = Halves(word);
        var known = Array.Find(EffectWord.All, effect => effect.Word == name)
            ?? throw Wrong(text, $"'{name}' is no effect. Effects: {string.Join(", ", EffectWord.All.Select(Spelled))}");
        if (!known.Fits(target))
        {
            throw Wrong(text, $"{name} works on {string.Join(", ", known.OnlyOn.Select(TargetWord.Of))}, any");
        }

        var rule = new FaultRule { Text = text, Target = target, Effect = known.Effect };
        return known.Argument switch
        {
            EffectArgument.None when value is null => rule,
            EffectArgument.Status => rule with { Amount = ReadStatus(text, name, value) },
            EffectArgument.Number => rule with { Amount = ReadNumber(text, name, value) },
            EffectArgument.Count => rule with { Amount = ReadCount(text, name, value) },
            EffectArgument.SignedNumber => rule with { Amount = ReadSigned(text, name, value) },
            EffectArgument.Code => ReadCode(text, name, value, rule),
            EffectArgument.Word => rule with { Word = ReadConsentError(text, value) },
            _ => throw Wrong(text, $"{name} takes no value"),
        };
    }

    private static FaultRule ReadRest(string text, string word, FaultRule rule)
    {
        var (name, value) = Halves(word);
        return name switch
        {
            "backoff" => rule with { BackoffMs = ReadNumber(text, name, value) },
            "retry_after" => rule with { RetryAfterSeconds = ReadNumber(text, name, value) },
            "retriable" when value is null && rule.Effect == FaultEffect.Status => rule with { IsRetriable = true },
            "done" when value is null && InsteadOfAnAnswer.Contains(rule.Effect) => rule with { IsAfterTheWork = true },
            "http" when rule.Effect is FaultEffect.Graph or FaultEffect.Garbage => rule with { HttpStatus = (int)ReadStatus(text, name, value) },
            "first" => rule with { When = rule.When with { First = ReadCount(text, name, value) } },
            "after" => rule with { When = rule.When with { After = ReadCount(text, name, value) } },
            "every" => rule with { When = rule.When with { Every = ReadCount(text, name, value) } },
            "only" => rule with { When = rule.When with { Only = ReadCount(text, name, value) } },
            "key" => rule with { When = rule.When with { Key = ReadPattern(text, value) } },
            _ => throw Wrong(text, $"'{word}' is neither a detail ({DetailWords}) nor a moment ({WhenWords})"),
        };
    }

    private static long ReadNumber(string text, string name, string? value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(text, $"{name} needs a whole number: {name}=N");

    /// <summary>A code, and its subcode behind a dot.</summary>
    private static FaultRule ReadCode(string text, string name, string? value, FaultRule rule) => value?.Split('.') switch
    {
        [var code] => rule with { Amount = ReadCount(text, name, code) },
        [var code, var subcode] => rule with { Amount = ReadCount(text, name, code), Subcode = ReadCount(text, name, subcode) },
        _ => throw Wrong(text, $"{name} needs a code, such as {name}=4 or {name}=100.33"),
    };

    private static long ReadStatus(string text, string name, string? value) =>
        ReadNumber(text, name, value) is >= 200 and <= 599 and var status
            ? status
            : throw Wrong(text, $"{name} needs a number between 200 and 599");

    private static long ReadSigned(string text, string name, string? value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(text, $"{name} needs a whole number, which may be negative: {name}=N");

    private static int ReadCount(string text, string name, string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Wrong(text, $"{name} needs a whole number from 1 on: {name}=N");

    private static Regex ReadPattern(string text, string? value)
    {
        try
        {
            return new Regex(value ?? "", RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (ArgumentException wrong)
        {
            throw Wrong(text, $"key needs a regular expression: {wrong.Message}");
        }
    }

    private static string ReadConsentError(string text, string? value)
    {
        string[] known =
        [
            "user_denied", "access_denied", "invalid_request", "invalid_scope", "unauthorized_client", "unsupported_response_type",
            "server_error",
        ];
        return known.Contains(value) ? value! : throw Wrong(text, $"consent_error needs one of {string.Join(", ", known)}");
    }

    private static (string Name, string? Value) Halves(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]);
    }

    private static string Spelled(EffectWord effect) => effect.Argument switch
    {
        EffectArgument.None => effect.Word,
        EffectArgument.Word => effect.Word + "=WORD",
        EffectArgument.Code => effect.Word + "=CODE[.SUBCODE]",
        _ => effect.Word + "=N",
    };

    private static FaultRuleException Wrong(string text, string why) => new($"Fault rule '{text}': {why}");
}
