namespace MapThePaths.Emulator.Wire;

/// <summary>One precondition of an operation.</summary>
internal interface IRule
{
    /// <summary>The refusal, or null when the call keeps the rule.</summary>
    Answer? Refuse(Call call);
}
