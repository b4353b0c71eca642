using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MapThePaths.KillSwitch;

/// <summary>
/// Kills the program just before one of its steps on files: a write at a place, a flush to the disk, a rename, a link. The runtime's own native
/// functions for these are sent by a jump to ours, which count and do the same; so every such step of the program is counted, and none of SQLite's.
/// </summary>
internal static unsafe partial class FileSteps
{
    private const int ReadWriteExecute = 7;

    private static int _left;

    /// <param name="step">Counted from 1.</param>
    public static void KillAt(int step)
    {
        _left = step;
        var system = NativeLibrary.Load("libSystem.Native", typeof(object).Assembly, searchPath: null);
        delegate* unmanaged[Cdecl]<nint, byte*, int, long, int> write = &Write;
        delegate* unmanaged[Cdecl]<nint, int> flush = &Flush;
        delegate* unmanaged[Cdecl]<byte*, byte*, int> rename = &Rename;
        delegate* unmanaged[Cdecl]<byte*, byte*, int> link = &Link;
        Send(NativeLibrary.GetExport(system, "SystemNative_PWrite"), (nint)write);
        Send(NativeLibrary.GetExport(system, "SystemNative_FSync"), (nint)flush);
        Send(NativeLibrary.GetExport(system, "SystemNative_Rename"), (nint)rename);
        Send(NativeLibrary.GetExport(system, "SystemNative_Link"), (nint)link);
    }

    // mov rax, target; jmp rax
    private static void Send(nint function, nint target)
    {
        var page = function & ~(Environment.SystemPageSize - 1);
        if (LibC.Protect(page, 2 * Environment.SystemPageSize, ReadWriteExecute) != 0)
        {
            throw new InvalidOperationException("The runtime's functions may not be changed here.");
        }

        var code = (byte*)function;
        (code[0], code[1], code[10], code[11]) = (0x48, 0xB8, 0xFF, 0xE0);
        *(long*)(code + 2) = target;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint file, byte* bytes, int count, long offset) => Done((int)LibC.Write((int)file, bytes, Counted(count), offset));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Flush(nint file) => Done(LibC.Flush((int)Counted(file)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Rename(byte* from, byte* to) => Done(LibC.Rename((byte*)Counted((nint)from), to));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Link(byte* from, byte* to) => Done(LibC.Link((byte*)Counted((nint)from), to));

    private static nint Counted(nint argument)
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            using var program = Process.GetCurrentProcess();
            program.Kill();
        }

        return argument;
    }

    private static int Done(int result)
    {
        if (result < 0)
        {
            Marshal.SetLastSystemError(Marshal.GetLastPInvokeError());
        }

        return result;
    }

    private static partial class LibC
    {
        [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
        public static partial int Protect(nint address, nint length, int protection);

        [LibraryImport("libc", EntryPoint = "pwrite", SetLastError = true)]
        public static partial nint Write(int file, byte* bytes, nint count, long offset);

        [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
        public static partial int Flush(int file);

        [LibraryImport("libc", EntryPoint = "rename", SetLastError = true)]
        public static partial int Rename(byte* from, byte* to);

        [LibraryImport("libc", EntryPoint = "link", SetLastError = true)]
        public static partial int Link(byte* from, byte* to);
    }
}
