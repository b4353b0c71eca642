namespace MapThePaths.Emulator.Faults;

/// <summary>A text that is no fault rule. The message names the wrong word and lists the valid ones.</summary>
public sealed class FaultRuleException(string message) : FormatException(message);
