using MapThePaths.Emulator.Faults;

namespace MapThePaths.Emulator.Wire;

/// <summary>How a host words its refusals; graph and upload differ.</summary>
internal interface IDialect
{
    Answer NotAuthorized { get; }

    /// <summary>What this host says with a status that a fault rule demands.</summary>
    Answer Failure(int status, FaultRule rule);
}
