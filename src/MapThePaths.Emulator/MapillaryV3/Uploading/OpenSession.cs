using System.Text.Json;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Uploading;

/// <summary>POST <c>/me/uploads</c> (§6.1). Each call opens another session.</summary>
internal sealed class OpenSession(Sessions sessions, SessionObject objects, string organizationKey, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Open;

    public async Task<Answer> AnswerAsync(Call call)
    {
        if (call.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
        {
            return V3Error.Invalid("The content type is not application/json");
        }

        using var body = await JsonText.BodyAsync(call);
        return body is null ? V3Error.Invalid("The body is no JSON") : Open(call, body.RootElement);
    }

    private Answer Open(Call call, JsonElement body)
    {
        if (JsonText.Of(body, "type") is var type && type != SessionObject.ImageSequence)
        {
            return V3Error.Invalid($"type must be {SessionObject.ImageSequence}");
        }

        var metadata = body.TryGetProperty("metadata", out var given) ? given : default;
        var organization = JsonText.Of(metadata, "organization_key");
        if (organization is not null && organization != organizationKey)
        {
            return V3Error.Forbidden("The user does not belong to this organization");
        }

        var isPrivate = metadata.ValueKind == JsonValueKind.Object
            && metadata.TryGetProperty("private", out var value)
            && value.ValueKind == JsonValueKind.True;
        var session = sessions.Open(call.Account, organization, isPrivate);
        return Answer.Json(objects.Write(session, sessions.Now, call.Origin));
    }
}
