using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Processing;
using MapThePaths.Emulator.Mapillary.Rules;
using MapThePaths.Emulator.State;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Finishing;

/// <summary>
/// POST <c>/finish_upload</c> (§7). Not idempotent: each call makes a new cluster, even with the same handle. That is the reading
/// which a client must survive.
/// </summary>
internal sealed class FinishUpload(FinishCheck check, Clusters clusters, Accounts accounts, TokenCheck tokens) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } =
        [new TokenIsLiving(tokens, accounts.App.AppId), new TokenIsAUsers(), new TokenHasUploadScope(), new BodyIsJson()];

    public FaultTarget Target(Call call) => FaultTarget.Finish;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var request = await FinishRequest.ReadAsync(call);
        if (request is null)
        {
            return Refused(call, request, "The body is no JSON object with file_handle and file_type");
        }

        if (request.OrganizationId is { } organization && organization != accounts.App.OrganizationId)
        {
            clusters.CountRefused(call.Account, request.FileType, "The organization is unknown");
            return GraphError.Unknown("post", organization);
        }

        var (images, wrong) = check.Read(call.Account, request);
        return wrong is null ? Made(call, request, images) : Refused(call, request, wrong);
    }

    private Answer Refused(Call call, FinishRequest? request, string message)
    {
        clusters.CountRefused(call.Account, request?.FileType, message);
        return GraphError.Invalid(message);
    }

    private Answer Made(Call call, FinishRequest request, IReadOnlyList<ClusterImage> images)
    {
        var fate = new ClusterFate(call.Faults.Has(FaultEffect.NeverProcess), (int?)call.Faults.Amount(FaultEffect.Split));
        var cluster = clusters.Make(call.Account, request.FileType, request.OrganizationId, images, fate);
        return Answer.Json(new JsonObject { ["cluster_id"] = cluster.Id });
    }
}
