using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

#pragma warning disable CA1050, MA0047, RCS1110, IDE0130 // The runtime looks for this very name, outside of any namespace.

/// <summary>
/// Kills the program it is loaded into, as by <c>kill -9</c>, at one write to its catalog: <c>KILL_AT_WRITE=before:7</c> when the seventh
/// write has been made but not committed, <c>after:7</c> once it is committed, before the program hears of it; or at one of its steps on other
/// files: <c>KILL_AT_FILE_STEP=7</c>. The runtime loads it when
/// <c>DOTNET_STARTUP_HOOKS</c> names this assembly, so the program itself knows nothing of it.
/// </summary>
internal static unsafe partial class StartupHook
{
    private static int _writesLeft;
    private static bool _waitsForCommit;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("KILL_AT_FILE_STEP") is { } step)
        {
            MapThePaths.KillSwitch.FileSteps.KillAt(int.Parse(step, CultureInfo.InvariantCulture));
        }

        if (Environment.GetEnvironmentVariable("KILL_AT_WRITE")?.Split(':') is [var moment, var write])
        {
            _writesLeft = int.Parse(write, CultureInfo.InvariantCulture);
            _waitsForCommit = moment == "after";
            delegate* unmanaged[Cdecl]<nint, nint, nint, int> whenOpened = &WhenOpened;
            _ = Sqlite.AutoExtension((nint)whenOpened);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int WhenOpened(nint connection, nint message, nint routines)
    {
        delegate* unmanaged[Cdecl]<nint, int> beforeCommit = &BeforeCommit;
        delegate* unmanaged[Cdecl]<uint, nint, nint, nint, int> afterStatement = &AfterStatement;
        Sqlite.CommitHook(connection, (nint)beforeCommit, 0);
        return Sqlite.Trace(connection, Sqlite.EndOfStatement, (nint)afterStatement, 0);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int BeforeCommit(nint argument)
    {
        _writesLeft--;
        return _waitsForCommit ? 0 : KillAtLastWrite();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int AfterStatement(uint kind, nint argument, nint statement, nint nanoseconds) => KillAtLastWrite();

    private static int KillAtLastWrite()
    {
        if (_writesLeft == 0)
        {
            using var program = Process.GetCurrentProcess();
            program.Kill();
        }

        return 0;
    }

    /// <summary>The library that the program uses too. Its catalog has one connection, used by one thread at a time.</summary>
    private static partial class Sqlite
    {
        /// <summary>SQLITE_TRACE_PROFILE: a statement is done, and what it committed is committed.</summary>
        public const uint EndOfStatement = 2;

        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_auto_extension")]
        public static partial int AutoExtension(nint whenOpened);

        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_commit_hook")]
        public static partial nint CommitHook(nint connection, nint hook, nint argument);

        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_trace_v2")]
        public static partial int Trace(nint connection, uint events, nint hook, nint argument);
    }
}
