namespace MapThePaths.Tests;

public sealed class T
{
    [Fact]
    public void A_thing() => Assert.True(true);
}
