using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Entities;

/// <summary>
/// GET <c>/users/{user_key}/organizations</c> (§5): a bare array (§1). Every user is in the one organization there is. That nobody sees
/// another user's is our reading.
/// </summary>
internal sealed class AskOrganizations(string organizationKey, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Organizations;

    public Task<Answer> AnswerAsync(Call call) =>
        Task.FromResult(call.InRoute("user_key") == call.Account.Key ? Answer.Json(new JsonArray(Organization())) : V3Error.NotFound);

    private JsonObject Organization() => new()
    {
        ["avatar"] = "https://user-static.example.com/practice-club/profile.png",
        ["description"] = "An organization to practise with",
        ["key"] = organizationKey,
        ["name"] = "practice-club",
        ["nice_name"] = "Practice Club",
        ["private_repository"] = true,
        ["public_repository"] = true,
    };
}
