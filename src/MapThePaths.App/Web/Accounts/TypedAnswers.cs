using System.Threading.Channels;

namespace MapThePaths.App.Web.Accounts;

/// <summary>What a user types on the page, read a line at a time like a terminal.</summary>
internal sealed class TypedAnswers(ChannelReader<string> answers, CancellationToken over) : TextReader
{
    public override Task<string?> ReadLineAsync() => ReadLineAsync(over).AsTask();

    public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await answers.ReadAsync(cancellationToken.CanBeCanceled ? cancellationToken : over);
        }
        catch (Exception end) when (end is OperationCanceledException or ChannelClosedException)
        {
            return null;
        }
    }
}
