using MapThePaths.Emulator.Faults;

namespace MapThePaths.Tests.Emulator;

public sealed class FaultRuleTexts
{
    [Theory]
    [InlineData("upload:status=503:every=3")]
    [InlineData("finish:lose_reply:first=1")]
    [InlineData(@"upload:drop_after=100000:key=.*7\.jpg")]
    [InlineData("v3_publish:split=2")]
    [InlineData("finish:split=2")]
    [InlineData("finish:garbage:http=502:done:first=1")]
    [InlineData("finish:status=500:done")]
    [InlineData("upload:status=409:retriable")]
    [InlineData("v3_upload:drip=5000")]
    [InlineData("mtpw_authorize:consent_error=access_denied")]
    [InlineData("any:status=429:backoff=2000:retry_after=2:after=1:first=4")]
    [InlineData("finish:graph=190:http=500:first=1")]
    [InlineData("any:stall:only=2")]
    [InlineData("me:usage=99")]
    public void A_rule_of_the_document_is_read(string text) => Assert.NotNull(FaultRule.Parse(text));

    [Fact]
    public void All_parts_of_a_rule_are_read()
    {
        var rule = FaultRule.Parse("upload:status=503:retry_after=5:every=3:after=6:key=a:b=c");

        Assert.Equal((FaultTarget.Upload, FaultEffect.Status, 503L, (long?)5), (rule.Target, rule.Effect, rule.Amount, rule.RetryAfterSeconds));
        Assert.Equal((3, 6, "a:b=c"), (rule.When.Every, rule.When.After, rule.When.Key?.ToString()));
    }

    [Theory]
    [InlineData("", "TARGET:EFFECT")]
    [InlineData("upload", "TARGET:EFFECT")]
    [InlineData("uplaod:status=503", "offset, upload, manifest, finish")]
    [InlineData("upload:explode", "drop_after=N")]
    [InlineData("upload:status", "status needs a whole number")]
    [InlineData("upload:status=99", "between 200 and 599")]
    [InlineData("upload:lose_reply=1", "takes no value")]
    [InlineData("me:drop_after=5", "upload, manifest")]
    [InlineData("upload:status=503:sometimes", "first=N, after=N, every=N, only=N, key=REGEX")]
    [InlineData("upload:status=503:first=0", "from 1 on")]
    [InlineData("upload:status=503:key=(", "regular expression")]
    [InlineData("connect:consent_error=bored", "user_denied")]
    [InlineData("v3_publish:split=0", "from 1 on")]
    [InlineData("v3_upload:split=2", "v3_publish")]
    [InlineData("finish:graph", "graph=100.33")]
    [InlineData("finish:graph=1.2.3", "graph=100.33")]
    [InlineData("finish:graph=x", "from 1 on")]
    [InlineData("v3_publish:graph=4", "finish")]
    [InlineData("finish:status=500:http=400", "neither a detail")]
    [InlineData("finish:lose_reply:done", "neither a detail")]
    [InlineData("upload:garbage:retriable", "neither a detail")]
    [InlineData("finish:status=500:done=1", "neither a detail")]
    public void A_wrong_rule_is_answered_with_the_right_words(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FaultRuleException>(() => FaultRule.Parse(text)).Message, StringComparison.Ordinal);
}
