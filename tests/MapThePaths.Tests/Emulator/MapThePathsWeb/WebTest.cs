namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

public abstract class WebTest : EmulatorTest
{
    private protected WebWire Wire => field ??= new WebWire(Client);
}
