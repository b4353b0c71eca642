using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Processing;
using MapThePaths.Emulator.Mapillary.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>GET <c>/{id}</c>: an image, a user or an organization. Unknown is code 100/33 under 400, not 404 (§9.2). An organization
/// shows itself to users alone (§2).</summary>
internal sealed class AskEntity(TokenCheck tokens, Accounts accounts, Clusters clusters, ImageFields imageFields) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new TokenIsLiving(tokens, accounts.App.AppId)];

    public FaultTarget Target(Call call) => FaultTarget.Image;

    public Task<Answer> AnswerAsync(Call call) => Task.FromResult(Find(call, call.InRoute("id")!));

    private Answer Find(Call call, string id)
    {
        if (accounts.ById(id) is { } account)
        {
            return PlainFields.Write(call, AskMe.Fields(account));
        }

        if (id == accounts.App.OrganizationId)
        {
            return call.Token.Account is null ? GraphError.UserTokenNeeded : PlainFields.Write(call, Organization.Fields(id));
        }

        return clusters.Visible.FirstOrDefault(image => image.Id == id) is { } found ? Image(call, found) : GraphError.Unknown("get", id);
    }

    private Answer Image(Call call, ProcessedImage image)
    {
        var fields = FieldSelection.Of(call);
        return FieldSelection.Refuse(fields, imageFields.Knows) ?? Answer.Json(imageFields.Write(image, fields, call.Origin));
    }
}
