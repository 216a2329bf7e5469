using Arena.Gateway;
using Arena.Gateway.Accounts;
using Arena.Gateway.Accounts.ApiKeys;
using Arena.Gateway.Accounts.Twitch;
using Arena.Gateway.Administration;
using Arena.Gateway.Authority;
using Arena.Gateway.Authors;
using Arena.Gateway.Boards;
using Arena.Gateway.CoAuthors;
using Arena.Gateway.Exports;
using Arena.Gateway.GameResults;
using Arena.Gateway.GameResults.Trends;
using Arena.Gateway.Groups;
using Arena.Gateway.Health;
using Arena.Gateway.Homework;
using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Gateway.Media;
using Arena.Gateway.Play;
using Arena.Gateway.Profiles;
using Arena.Gateway.Proxies;
using Arena.Gateway.Quizzes;
using Arena.Gateway.Security;
using Arena.Gateway.Sessions;
using Arena.Gateway.Startup;
using Arena.Gateway.Telemetry;
using Arena.Gateway.Webhooks;
using Arena.Hosting;
using Arena.Hosting.Hosts;

return await HostRunner.UntilStoppedAsync(args, arguments =>
{
    var builder = WebApplication.CreateBuilder(arguments).AddRenamedSettings();
    builder.AddArenaTelemetry("arena-gateway", GatewayTelemetry.MeterName);
    builder.Services
        .AddGateway(builder.Configuration)
        .AddProxies()
        .AddArena(builder.Configuration)
        .AddApi()
        .AddPolicyReports()
        .AddAuthority()
        .AddDashboardAccess()
        .AddAuthors()
        .AddMail()
        .AddAccounts()
        .AddTwitch(builder.Configuration)
        .AddApiKeys()
        .AddQuizzes(builder.Configuration)
        .AddMedia(builder.Configuration)
        .AddSessions()
        .AddReports()
        .AddBoards()
        .AddGroups()
        .AddHomework()
        .AddCoAuthorInvitations()
        .AddWebhooks()
        .AddAdministration()
        .AddPlay()
        .AddHealth()
        .AddStartupBanner();

    var app = builder.Build().RefuseTakenPorts();
    app.UseProxies();
    app.UseRefusalWatch();
    app.UseApi();
    app.UseSecurityHeaders(DashboardEndpoints.Path);
    app.UseOriginCheck();
    app.UseGatewayDrain();
    app.UseConnectionLimit();
    app.UseWebClient();
    app.UseRequestRates();
    app.UseAuthentication();
    app.UseApiKeyRate();
    app.UseAuthorization();
    app.MapApi();
    app.MapAuthors();
    app.MapAccounts();
    app.MapProfiles();
    app.MapExports();
    app.MapQuizzes();
    app.MapMedia();
    app.MapSessions();
    app.MapHosting();
    app.MapHostKeys();
    app.MapNextGame();
    app.MapResults();
    app.MapReports();
    app.MapReportFiles();
    app.MapReportLinks();
    app.MapScreenLinks();
    app.MapBoards();
    app.MapBoardNames();
    app.MapGroups();
    app.MapMemberships();
    app.MapGroupInvitations();
    app.MapHomework();
    app.MapAttempts();
    app.MapPractice();
    app.MapCoAuthorInvitations();
    app.MapTrends();
    app.MapTrendFiles();
    app.MapWebhooks();
    app.MapAdministration();
    app.MapDashboard();
    app.MapPlay();
    app.MapHealth();
    app.MapPolicyReports();
    app.MapSecurityText();
    app.MapWebClient();
    return app;
});

/// <summary>The gateway, for tests that start it inside themselves.</summary>
internal sealed partial class Program;
