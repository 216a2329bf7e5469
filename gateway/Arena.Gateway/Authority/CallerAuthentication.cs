using System.Security.Claims;
using System.Text.Encodings.Web;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Authority;

/// <summary>
/// Makes a caller of a bearer token, by what the database says now: a browser that was signed out, a deleted account, or an anonymous author
/// whose tokens ended, or that became an account, is anonymous, even if the token itself is still valid.
/// </summary>
internal sealed class CallerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    IDbContextFactory<ArenaDbContext> contexts, SecurityLog log, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "caller";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var bearer = await Context.AuthenticateAsync(Author.Scheme);
        if (!bearer.Succeeded)
            return bearer;
        var caller = bearer.Principal;
        return await RolesAsync(caller.Id(), caller.SignIn(), caller.AuthorSession()) is { } roles
            ? AuthenticateResult.Success(new(WithRoles(caller, roles), SchemeName))
            : AuthenticateResult.Fail("The token proves nothing any more.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Task.CompletedTask;
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        await log.WriteAsync(SecurityEvent.AccessDenied, Context.User.Id(), Context.Connection.RemoteIpAddress);
    }

    private async Task<string[]?> RolesAsync(Guid id, Guid? signIn, Guid? authorSession)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(Context.RequestAborted);
        var known = await context.Users
            .Where(user => user.Id == id)
            .Select(user => new
            {
                HasAccount = user.NameKey != null,
                user.IsAdministrator,
                IsLive = context.AuthSessions.Any(session =>
                    session.Id == (signIn ?? authorSession) && session.UserId == id && session.ExpiresAt > now),
            })
            .SingleOrDefaultAsync(Context.RequestAborted);
        return known switch
        {
            null or { IsLive: false } => null,
            { HasAccount: false } when signIn is null => [Access.Author],
            { HasAccount: true, IsAdministrator: false } when signIn is not null => [Access.Author, Access.Account],
            { HasAccount: true } when signIn is not null => [Access.Author, Access.Account, Access.Administrator],
            _ => null,
        };
    }

    private static ClaimsPrincipal WithRoles(ClaimsPrincipal caller, string[] roles) =>
        new(new ClaimsIdentity([.. caller.Claims, .. roles.Select(role => new Claim(ClaimTypes.Role, role))], SchemeName));
}
