using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Arena.Gateway.Tests.Accounts.Twitch;

/// <summary>
/// A provider of OpenID Connect on loopback, with answers of Twitch's form, that takes a code once, wants the secret and the verifier, and
/// signs what a test asks for, true or not.
/// </summary>
internal sealed class LyingProvider : IAsyncDisposable
{
    public const string ClientId = "arena-at-twitch";
    public const string ClientSecret = "a secret between Arena and Twitch";
    private const string KeyId = "1";

    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Challenge, string RedirectUri, string IdToken)> _codes = [];
    private readonly ConcurrentBag<string> _secrets = [ClientSecret];

    private LyingProvider(WebApplication app) => _app = app;

    public string Authority => $"{_app.Urls.Single()}/oauth2";

    public RsaSecurityKey Key => new(_rsa) { KeyId = KeyId };

    /// <summary>The code that was sent to Arena alone.</summary>
    public IReadOnlyCollection<string> Secrets => _secrets;

    /// <summary>The issuer that its description names; null for itself.</summary>
    public string? Pretends { get; set; }

    public bool CutsSignatures { get; set; }

    public int CodesTaken { get; private set; }

    public (string Key, string Value)[] Settings =>
        [("Arena:Twitch:Authority", Authority), ("Arena:Twitch:ClientId", ClientId), ("Arena:Twitch:ClientSecret", ClientSecret)];

    public static async Task<LyingProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new LyingProvider(app);
        app.MapGet("/oauth2/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = provider.Pretends ?? provider.Authority,
            ["authorization_endpoint"] = $"{provider.Authority}/authorize",
            ["token_endpoint"] = $"{provider.Authority}/token",
            ["jwks_uri"] = $"{provider.Authority}/keys",
        });
        app.MapGet("/oauth2/keys", () => new { keys = (object[])[provider.PublicKey()] });
        app.MapPost("/oauth2/token", provider.TokenAsync);
        await app.StartAsync();
        return provider;
    }

    /// <summary>A user agrees on Twitch's page.</summary>
    /// <param name="url">Where Arena sent the browser.</param>
    /// <param name="subject">Who it is.</param>
    /// <param name="name">What they are called.</param>
    /// <param name="lie">The false claim in the token that the code will bring.</param>
    /// <returns>Where the browser is sent back to.</returns>
    public string Confirm(string url, string subject = "4711", string? name = "Ann", Action<SecurityTokenDescriptor>? lie = null)
    {
        var asked = QueryHelpers.ParseQuery(new Uri(url).Query);
        Assert.Equal(("code", "openid", "S256", ClientId), ($"{asked["response_type"]}", $"{asked["scope"]}", $"{asked["code_challenge_method"]}", $"{asked["client_id"]}"));
        var now = DateTime.UtcNow;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = ClientId,
            IssuedAt = now,
            Expires = now.AddMinutes(15),
            SigningCredentials = new(Key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object> { ["sub"] = subject, ["nonce"] = asked["nonce"].ToString() },
        };
        if (name is not null)
            token.Claims["preferred_username"] = name;
        lie?.Invoke(token);
        var text = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (asked["code_challenge"]!, asked["redirect_uri"]!, CutsSignatures ? text[..(text.LastIndexOf('.') + 1)] : text);
        return QueryHelpers.AddQueryString(new Uri(asked["redirect_uri"]!).PathAndQuery, new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        _secrets.Add(form["code_verifier"]!);
        var known = _codes.TryRemove(form["code"]!, out var code);
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!)));
        if (!known || ($"{form["client_id"]}", $"{form["client_secret"]}", $"{form["redirect_uri"]}", challenge) != (ClientId, ClientSecret, code.RedirectUri, code.Challenge))
            return Results.Json(new { status = 400, message = "Invalid authorization code" }, statusCode: (int)HttpStatusCode.BadRequest);
        CodesTaken++;
        _secrets.Add(code.IdToken);
        return Results.Json(new
        {
            access_token = Guid.NewGuid().ToString("N"),
            expires_in = 14_124,
            id_token = code.IdToken,
            refresh_token = Guid.NewGuid().ToString("N"),
            scope = (string[])["openid"],
            token_type = "bearer",
        });
    }

    private object PublicKey()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) };
    }
}
