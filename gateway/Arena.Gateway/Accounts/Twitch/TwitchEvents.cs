using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.Twitch;

/// <summary>What Arena does on the way to Twitch and back. This does not sign in: the page that the browser is redirected to does.</summary>
internal sealed partial class TwitchEvents(
    TwitchTickets tickets, SignInRate rate, SecurityLog log, IOptions<GatewayOptions> gateway, ILogger<TwitchEvents> logger) : OpenIdConnectEvents
{
    private const string Account = "account";
    private const int MaxSubjectLength = 255;
    private const int MaxNameLength = 100;

    /// <param name="account">The account that asks to be linked, or null.</param>
    public static AuthenticationProperties Purpose(Guid? account) => new() { Items = { [Account] = account?.ToString() } };

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.SetParameter("claims", """{"id_token":{"preferred_username":null}}""");
        if (gateway.Value.PublicUrl is { } address)
            context.ProtocolMessage.RedirectUri = $"{address.GetLeftPart(UriPartial.Authority)}{TwitchRegistration.CallbackPath}";
        return Task.CompletedTask;
    }

    /// <summary>Each return costs a request to Twitch and a log line, so it is rate-limited.</summary>
    public override Task MessageReceived(MessageReceivedContext context)
    {
        if (rate.Wait(context.HttpContext, knownBrowser: null) is null)
            return Task.CompletedTask;
        Leave(context.Response, account: null, GameErrorCode.TooFast);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var account = AccountOf(context.Properties);
        context.HandleResponse();
        if (context.Principal?.FindFirstValue("sub") is not { Length: > 0 and <= MaxSubjectLength } subject)
        {
            await log.WriteAsync(SecurityEvent.TwitchFailed, account, context.HttpContext.Connection.RemoteIpAddress);
            Leave(context.Response, account, AccountErrorCode.TwitchRefused.AsProblem());
            return;
        }
        var name = context.Principal.FindFirstValue("preferred_username");
        tickets.Give(context.Response, new(subject, name?[..Math.Min(name.Length, MaxNameLength)], account));
        Leave(context.Response, account, refusal: null);
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        var account = AccountOf(context.Properties);
        LogFailed(context.Failure?.Message);
        await log.WriteAsync(SecurityEvent.TwitchFailed, account, context.HttpContext.Connection.RemoteIpAddress);
        Leave(context.Response, account, AccountErrorCode.TwitchRefused.AsProblem());
        context.HandleResponse();
    }

    private static Guid? AccountOf(AuthenticationProperties? properties) =>
        properties is not null && Guid.TryParse(properties.GetString(Account), out var account) ? account : null;

    /// <summary>Redirects to the page that asked, with the result in the fragment, which no server sees.</summary>
    private static void Leave(HttpResponse response, Guid? account, ProblemCode? refusal)
    {
        response.Headers.CacheControl = "no-store";
        var code = refusal is { } known ? $"={known.Name}" : "";
        response.Redirect($"{(account is null ? "/sign-in" : "/account")}#twitch{code}");
    }

    [LoggerMessage(EventId = 242, Level = LogLevel.Warning, Message = "A browser returned from Twitch without proof of identity: {Reason}")]
    private partial void LogFailed(string? reason);
}
