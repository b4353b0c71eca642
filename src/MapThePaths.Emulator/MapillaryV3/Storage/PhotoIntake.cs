using System.Buffers;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Storage;

/// <summary>Takes the file of a form into a file of ours, at the call's pace.</summary>
internal sealed class PhotoIntake(Pace pace, long kept, long? dropAfter)
{
    private const int BlockSize = 64 * 1024;

    /// <summary>How many bytes came; null when a fault rule cut them.</summary>
    public async Task<long?> TakeAsync(Stream photo, string path, CancellationToken gone)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            long taken = 0;
            while (true)
            {
                var read = await photo.ReadAsync(block.AsMemory(0, (int)Math.Min(block.Length, pace.Most)), gone);
                if (read == 0)
                {
                    return taken;
                }

                await file.WriteAsync(block.AsMemory(0, (int)Math.Clamp(kept - taken, 0, read)), gone);
                taken += read;
                if (taken > dropAfter)
                {
                    return null;
                }

                await pace.CarryAsync(read, gone);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
