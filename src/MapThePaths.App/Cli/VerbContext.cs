using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App.Cli;

/// <summary>What a verb works with.</summary>
internal sealed record VerbContext(Composition Composition, Output Output, Interruption Interruption)
{
    public EntryReport Entries => field ??= new EntryReport(Output);

    public Instant Now => Composition.Time.Now();

    /// <summary>Looking publishes nothing, so that any account will do unless one is named.</summary>
    public void LookAs(string? account)
    {
        Composition.Tokens.Account = account;
        Composition.Tokens.AnyAccountWillDo = true;
    }

    public Sequence FindSequence(string idOrName) => Composition.Catalog.Sequencing.Find(idOrName)
        ?? throw new UserMistakeException($"There is no sequence '{idOrName}'. 'mtpdu list' shows all of them.");
}
