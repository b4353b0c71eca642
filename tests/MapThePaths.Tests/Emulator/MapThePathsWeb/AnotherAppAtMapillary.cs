using MapThePaths.Emulator;

namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

/// <summary>mtpw.md §4 and §6: the server asks Mapillary with its own app, and a token is good for the app that it was given to.</summary>
public sealed class AnotherAppAtMapillary : WebTest
{
    protected override EmulatorOptions Options => base.Options with { WebMapillaryClientId = "another" };

    [Fact]
    public async Task The_uploaders_token_is_invalid_there() => AssertRefused(
        "Mapillary token is invalid", await Wire.PostFormAsync("/api/v1/mapillary/token/verify", ("mapillary_token", MapillaryToken)));
}
