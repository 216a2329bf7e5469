using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Arena.Gateway.Accounts;
using Arena.Gateway.Accounts.ApiKeys;
using Arena.Gateway.Accounts.Twitch;
using Arena.Gateway.Authority;
using Arena.Gateway.Authors;
using Arena.Gateway.Boards;
using Arena.Gateway.CoAuthors;
using Arena.Gateway.Exports;
using Arena.Gateway.Groups;
using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Gateway.Media;
using Arena.Gateway.Play;
using Arena.Gateway.Quizzes;
using Arena.Gateway.Tests.Accounts;
using Arena.Storage;
using Arena.Gateway.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Authors, accounts and quizzes on a real server, with a database of its own.</summary>
public sealed class AuthoringHost : IAsyncDisposable
{
    /// <summary>A request with it counts as sent from the address in it.</summary>
    public const string AddressHeader = "X-Test-Address";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private AuthoringHost(WebApplication app, DirectoryInfo folder, TestClock clock) => (_app, _folder, Clock) = (app, folder, clock);

    public TestClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Where it keeps everything.</summary>
    public string Folder => _folder.FullName;

    public Uri Address => new(_app.Urls.Single());

    public static Task<AuthoringHost> StartAsync(params (string Key, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <param name="replace">Puts services of a test in the place of real ones.</param>
    /// <param name="settings">Beside the usual ones.</param>
    public static async Task<AuthoringHost> StartAsync(Action<IServiceCollection> replace, params (string Key, string Value)[] settings)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("arena-authoring-");
        var clock = new TestClock();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Arena:Storage:Path", Path.Combine(folder.FullName, "arena.db")),
            new("Arena:Media:Folder", Path.Combine(folder.FullName, "media")),
            new("Arena:Quizzes:RequestsPerMinute", "100000"),
            new("Arena:Quizzes:SignInsPerMinute", "100000"),
            new("Arena:Quizzes:NewAuthorsPerMinute", "100000"),
            new("Arena:Accounts:AttemptsPerMinute", "100000"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<SessionTokens>().AddSingleton<SessionConnections>();
        builder.Services.AddArenaStorage(builder.Configuration).AddApi().AddAuthority().AddAuthors().AddMail().AddAccounts().AddTwitch(builder.Configuration).AddApiKeys().AddQuizzes(builder.Configuration).AddMedia(builder.Configuration).AddBoards().AddGroups().AddCoAuthorInvitations().AddWebhooks().AddQuickHashes();
        replace(builder.Services);
        WebApplication app = builder.Build();
        app.Use((context, next) =>
        {
            if (context.Request.Headers[AddressHeader] is [{ } address])
                context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            return next(context);
        });
        app.UseApi();
        app.UseRequestRates();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapApi();
        app.MapAuthors();
        app.MapAccounts();
        app.MapExports();
        app.MapQuizzes();
        app.MapMedia();
        app.MapGroups();
        app.MapMemberships();
        app.MapGroupInvitations();
        app.MapCoAuthorInvitations();
        var host = new AuthoringHost(app, folder, clock);
        try
        {
            await app.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client without a token.</summary>
    public HttpClient Stranger() => new() { BaseAddress = Address };

    /// <summary>A client with a fresh author's token.</summary>
    public async Task<HttpClient> AuthorAsync()
    {
        HttpClient client = Stranger();
        JsonElement tokens = await client.SendJsonAsync(HttpMethod.Post, "/api/authors", null, expected: 200);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Real time, and as much more as a test says.</summary>
    public sealed class TestClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
