using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Arena.Gateway.Accounts.Twitch;

/// <summary>
/// Composition of signing in by Twitch: the framework's OpenID Connect, as the code flow with state, nonce and PKCE. It checks the id token's
/// signature, issuer, audience, times and nonce; only the identity is taken from it.
/// </summary>
internal static class TwitchRegistration
{
    public const string Scheme = "twitch";

    /// <summary>Where the browser returns to: the redirect address that is registered with Twitch.</summary>
    public const string CallbackPath = "/api/account/sessions/twitch/callback";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddTwitch(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TwitchOptions>().BindConfiguration(TwitchOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TwitchOptions>, TwitchOptionsValidator>();
        services.AddSingleton<TwitchTickets>();
        services.AddScoped<TwitchEvents>();
        services.AddScoped<TwitchAccounts>();
        if (!string.IsNullOrEmpty(configuration[$"{TwitchOptions.Section}:{nameof(TwitchOptions.ClientId)}"]))
        {
            services.AddAuthentication().AddOpenIdConnect(Scheme, _ => { });
            services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<TwitchOptions>>((oidc, twitch) => Configure(oidc, twitch.Value));
        }
        return services;
    }

    private static void Configure(OpenIdConnectOptions oidc, TwitchOptions twitch)
    {
        oidc.Authority = twitch.Authority;
        oidc.RequireHttpsMetadata = !new Uri(twitch.Authority).IsLoopback;
        oidc.ClientId = twitch.ClientId;
        oidc.ClientSecret = twitch.ClientSecret;
        oidc.CallbackPath = CallbackPath;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.Scope.Clear();
        oidc.Scope.Add("openid");
        oidc.TokenHandler = new SignedTokens { MapInboundClaims = false };
        oidc.DisableTelemetry = true;
        oidc.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
        oidc.BackchannelTimeout = AnswerPatience;
        oidc.RemoteAuthenticationTimeout = Patience;
        oidc.ProtocolValidator.NonceLifetime = Patience;
        oidc.TokenValidationParameters.ClockSkew = ClockSkew;
        oidc.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        // The configured one, regardless of the issuer's own description.
        oidc.TokenValidationParameters.IssuerValidator = (issuer, _, _) =>
            issuer == twitch.Authority ? issuer : throw new SecurityTokenInvalidIssuerException("The id token is another issuer's.");
        // Twitch signs no one out.
        oidc.RemoteSignOutPath = oidc.SignedOutCallbackPath = PathString.Empty;
        oidc.EventsType = typeof(TwitchEvents);
        // The browser returns by following a link of another site, with which strict cookies are not sent.
        oidc.CorrelationCookie = Cookie(oidc.CorrelationCookie, "__Secure-arena-state.");
        oidc.NonceCookie = Cookie(oidc.NonceCookie, "__Secure-arena-nonce.");
    }

    private static CookieBuilder Cookie(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.Always;
        return cookie;
    }
}
