using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Consent;

/// <summary>
/// POST <c>/token</c>: a code for a token (§3.2), or a living token for a newer one (§3.3): there is no other refresh token.
/// The old token lives on until its end. Messages of refusals are ours.
/// </summary>
internal sealed class ExchangeToken(Accounts accounts, AuthorizationCodes codes, TimeProvider time) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new SecretIsTheApps(accounts.App.Secret)];

    public FaultTarget Target(Call call) => FaultTarget.Token;

    public async Task<Answer> AnswerAsync(Call call)
    {
        var request = await TokenRequest.ReadAsync(call);
        if (request?.ClientId != accounts.App.AppId)
        {
            return GraphError.InvalidGrant("Missing or wrong client_id parameter.");
        }

        return request.GrantType switch
        {
            "authorization_code" => FromCode(request),
            "refresh_token" => FromToken(request),
            _ => GraphError.InvalidGrant("grant_type must be authorization_code or refresh_token."),
        };
    }

    private Answer FromCode(TokenRequest request)
    {
        var agreement = request.Code is null ? null : codes.Redeem(request.Code);
        if (agreement is null)
        {
            return GraphError.InvalidGrant("This authorization code is unknown, has been used or has expired.");
        }

        return request.RedirectUri is { } uri && uri != agreement.RedirectUri
            ? GraphError.InvalidGrant("redirect_uri is not the one of the consent.")
            : Issued(accounts.Issue(agreement.Account, GraphToken.Kind, agreement.Scopes));
    }

    private Answer FromToken(TokenRequest request)
    {
        var token = request.RefreshToken is { } text ? accounts.Find(text) : null;
        if (token?.Account is null || token.Service != GraphToken.Kind.Service)
        {
            return GraphError.InvalidGrant("refresh_token is not a current access token.");
        }

        if (accounts.IsRevoked(token.Text))
        {
            return GraphError.Revoked(accounts.App.AppId);
        }

        return accounts.IsExpired(token) ? GraphError.ExpiredToken : Issued(accounts.Issue(token.Account, GraphToken.Kind, token.Scopes));
    }

    private Answer Issued(Token token) => Answer.Json(new JsonObject
    {
        ["access_token"] = token.Text,
        ["expires_in"] = (long)(token.ExpiresAt - time.GetUtcNow()).TotalSeconds,
        ["token_type"] = "bearer",
    });
}
