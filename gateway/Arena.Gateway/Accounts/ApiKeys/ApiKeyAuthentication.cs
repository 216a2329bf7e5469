using System.Security.Claims;
using System.Text.Encodings.Web;
using Arena.Gateway.Authority;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.ApiKeys;

/// <summary>
/// Makes a caller of an API key, by what the database says now: the account, with the key's scopes as its only roles, so that no policy but
/// those that name a scope lets it pass. Connections opened by it end with it, as with a signed-in browser.
/// </summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeyStore keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "apiKey";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ApiKeyToken.Read(Request) is not { } token || await keys.FindAsync(token, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("No such key, or not any more.");
        var identity = new ClaimsIdentity(
            [
                new(Caller.IdClaim, key.UserId.ToString()),
                new(Caller.SignInClaim, key.Id.ToString()),
                .. ApiKeyStore.ScopesOf(key).Select(scope => new Claim(ClaimTypes.Role, Access.Of(scope))),
            ],
            SchemeName);
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }
}
