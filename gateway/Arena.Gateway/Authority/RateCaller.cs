using System.Net.Http.Headers;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Authority;

/// <summary>
/// The caller that a request is charged to, before any query: a token that was issued here names its caller, regardless of what became of
/// it since.
/// </summary>
/// <param name="Payer">Whose allowance it is: an account's, or that of a network.</param>
/// <param name="Self">The caller alone: in a network many are authors without an account.</param>
internal readonly record struct RateCaller(string Payer, string Self)
{
    private const string Bearer = "Bearer";

    public static RateCaller Of(HttpContext http)
    {
        var network = $"network {AddressRate.Network(http)}";
        if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header)
            || !Bearer.Equals(header.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return new(network, network);
        }
        var tokens = http.RequestServices.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(Author.Scheme).BearerTokenProtector;
        if (tokens.Unprotect(header.Parameter) is not { Principal: var caller, Properties.ExpiresUtc: { } expires }
            || expires <= http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())
        {
            return new(network, network);
        }
        var self = $"author {caller.Id()}";
        return new(caller.SignIn() is null ? network : self, self);
    }
}
