using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Arena.Gateway.Accounts.Twitch;

/// <summary>
/// Takes signed id tokens only. The framework would take an unsigned one in the code flow, where TLS to the issuer proves as much
/// (OpenID Connect Core, 3.1.3.7, 6): a proxy in between would be believed.
/// </summary>
internal sealed class SignedTokens : JsonWebTokenHandler
{
    public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        validationParameters.RequireSignedTokens = true;
        return base.ValidateTokenAsync(token, validationParameters);
    }
}
