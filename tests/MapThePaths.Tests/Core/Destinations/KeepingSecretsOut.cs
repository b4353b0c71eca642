using MapThePaths.Core.Destinations;

namespace MapThePaths.Tests.Core.Destinations;

public sealed class KeepingSecretsOut
{
    [Fact]
    public void A_secret_that_begins_another_leaves_nothing_of_the_other_to_see()
    {
        Redaction.Hide("begins-another");
        Redaction.Hide("begins-another-and-goes-on");

        Assert.Equal("a … and a …", Redaction.Of("a begins-another-and-goes-on and a begins-another"));
    }

    [Theory]
    [InlineData("https://host/?token=in%2Fan%20address")]
    [InlineData("https://host/?token=in%2fan%20address")]
    public void A_secret_in_an_address_is_known_however_it_is_escaped(string address)
    {
        Redaction.Hide("in/an address");

        Assert.Equal("https://host/?token=…", Redaction.Of(address));
    }
}
