using System.Buffers;
using System.IO.Pipelines;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Hosting;
using MapThePaths.Emulator.Wire;
using Microsoft.Win32.SafeHandles;

namespace MapThePaths.Emulator.Mapillary.Uploading;

internal enum BodyEnd
{
    Whole,
    CutByClient,
    CutByFault,
    AfterTheEnd,
}

/// <summary>Takes one body into a session's file, as fast as line and faults allow.</summary>
internal sealed class BodyIntake(UploadSession session, Link link, FaultsInForce faults)
{
    private readonly Pace _pace = new(link, faults);
    private long _allowed = faults.Amount(FaultEffect.DropAfter) ?? long.MaxValue;

    public async Task<BodyEnd> TakeAsync(PipeReader body, CancellationToken gone)
    {
        using var file = session.Open();
        try
        {
            while (true)
            {
                var read = await body.ReadAsync(gone);
                var taken = TakePiece(file, body, read, out var end);
                await _pace.CarryAsync(taken, gone);
                if (end is not null)
                {
                    return end.Value;
                }
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            return BodyEnd.CutByClient;
        }
    }

    private long TakePiece(SafeFileHandle file, PipeReader body, ReadResult read, out BodyEnd? end)
    {
        var piece = Piece(read.Buffer);
        var taken = piece.Length;
        _allowed -= taken;
        end = End(read, taken);
        if (end != BodyEnd.AfterTheEnd)
        {
            session.Append(file, piece);
        }

        // From here on the bytes belong to the server again.
        body.AdvanceTo(piece.End);
        return taken;
    }

    private BodyEnd? End(in ReadResult read, long taken)
    {
        if (taken > 0 && session.Handle is not null)
        {
            return BodyEnd.AfterTheEnd;
        }

        if (_allowed == 0)
        {
            return BodyEnd.CutByFault;
        }

        return read.IsCompleted && taken == read.Buffer.Length ? BodyEnd.Whole : null;
    }

    private ReadOnlySequence<byte> Piece(in ReadOnlySequence<byte> buffer)
    {
        var most = Math.Min(_allowed, _pace.Most);
        return buffer.Length <= most ? buffer : buffer.Slice(0, most);
    }
}
