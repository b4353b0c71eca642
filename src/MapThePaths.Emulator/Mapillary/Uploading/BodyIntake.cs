using System.Buffers;
using System.IO.Pipelines;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Hosting;

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
    private const int DripsPerSecond = 20;
    private readonly long? _drip = faults.Amount(FaultEffect.Drip);
    private long _allowed = faults.Amount(FaultEffect.DropAfter) ?? long.MaxValue;

    public async Task<BodyEnd> TakeAsync(PipeReader body, CancellationToken gone)
    {
        using var file = session.Open();
        while (true)
        {
            ReadResult read;
            try
            {
                read = await body.ReadAsync(gone);
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException)
            {
                return BodyEnd.CutByClient;
            }

            if (!read.Buffer.IsEmpty && session.Handle is not null)
            {
                body.AdvanceTo(read.Buffer.Start);
                return BodyEnd.AfterTheEnd;
            }

            var piece = Piece(read.Buffer);
            session.Append(file, piece);
            body.AdvanceTo(piece.End);
            _allowed -= piece.Length;
            if (_allowed == 0)
            {
                return BodyEnd.CutByFault;
            }

            if (read.IsCompleted && piece.Length == read.Buffer.Length)
            {
                return BodyEnd.Whole;
            }

            await FlowAsync(piece.Length, gone);
        }
    }

    private ReadOnlySequence<byte> Piece(in ReadOnlySequence<byte> buffer)
    {
        var most = Math.Min(Math.Min(_allowed, link.Slice), _drip is { } drip ? Math.Max(1, drip / DripsPerSecond) : long.MaxValue);
        return buffer.Length <= most ? buffer : buffer.Slice(0, most);
    }

    private async ValueTask FlowAsync(long bytes, CancellationToken gone)
    {
        await link.CarryAsync(bytes, gone);
        if (_drip is { } drip)
        {
            await Task.Delay(TimeSpan.FromSeconds((double)bytes / Math.Max(1, drip)), gone);
        }
    }
}
