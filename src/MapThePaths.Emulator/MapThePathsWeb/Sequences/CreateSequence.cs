using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Sequences;

/// <summary>POST <c>sequence/create</c> (§5, head): a new unpublished row, each time.</summary>
internal sealed class CreateSequence(SequenceRows rows, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.MtpwCreate;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var (body, refusal) = await WebBody.FormAsync(call);
        if (refusal is not null)
        {
            return refusal;
        }

        if (body.Text("name") is not { Length: > 0 } name)
        {
            return WebError.Refusal(call, "Sequence Name is missing");
        }

        if (body.Text("transport_type") is not { } transport)
        {
            return WebError.Refusal(call, "Transport type is missing");
        }

        return TransportTypes.Find(transport) is { } type
            ? Create(call, body, name, type)
            : WebError.Refusal(call, "Transport type is invalid");
    }

    /// <summary>A tag that is too long crashes, with the row and the tags before it already stored.</summary>
    private Answer Create(Call call, WebBody body, string name, int type)
    {
        if (name.Length > SequenceRows.LongestName)
        {
            return WebPage.Crash;
        }

        var row = rows.Add(call.Account, name, body.Text("description") ?? "", type);
        if (body.Text("tag") is not { } text)
        {
            return Created();
        }

        var (tags, isCut) = TagList.Store(text);
        rows.Save(row with { Tags = tags });
        return isCut ? WebPage.Crash : Created();

        Answer Created() => WebSuccess.Of("Sequence successfully was created.", row);
    }
}
