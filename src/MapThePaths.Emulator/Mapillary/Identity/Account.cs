namespace MapThePaths.Emulator.Mapillary.Identity;

/// <summary>A user. Ids are decimal strings (§4.1).</summary>
internal sealed record Account(string Id, string Username);
