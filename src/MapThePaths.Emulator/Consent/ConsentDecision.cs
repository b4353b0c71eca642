using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Consent;

/// <summary>The form of a consent page: <c>decision=allow|deny</c>, perhaps <c>user=NAME</c>. Whatever is not allowed is denied.</summary>
internal sealed record ConsentDecision(bool IsAllowed, string User)
{
    public static async Task<ConsentDecision> ReadAsync(Call call)
    {
        if (!call.Request.HasFormContentType)
        {
            return new ConsentDecision(IsAllowed: false, User: "");
        }

        var form = await call.Request.ReadFormAsync(call.Gone);
        return new ConsentDecision(form["decision"].ToString() == "allow", form["user"].ToString());
    }
}
