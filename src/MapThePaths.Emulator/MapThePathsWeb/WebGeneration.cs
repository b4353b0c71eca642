namespace MapThePaths.Emulator.MapThePathsWeb;

/// <summary>Which Map the Paths Web server is stood in for (mtpw.md §1).</summary>
public enum WebGeneration
{
    /// <summary>Of 4 September 2020, which the seed describes: verify and import.</summary>
    Seed,

    /// <summary>Of 24 March 2021, which ran in production: create, then import by PUT.</summary>
    Head,
}
