using System.Net;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Authority;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Security;

public sealed class HardeningTests
{
    [Fact]
    [Asvs("3.2.1", "3.4.4", "3.4.5", "3.4.6", "14.2.2", "14.3.2")]
    public async Task Every_answer_forbids_framing_and_data_is_no_page()
    {
        await using var arena = new PlayHost();
        using var http = new HttpClient { BaseAddress = arena.Address };
        using var data = await http.GetAsync(new Uri("/api/quizzes", UriKind.Relative));
        using var health = await http.GetAsync(new Uri("/healthz/live", UriKind.Relative));

        Assert.Equal("no-store", data.Headers.CacheControl?.ToString());
        foreach (var answer in (HttpResponseMessage[])[data, health])
        {
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    [Asvs("14.2.2", "14.3.2")]
    public async Task A_quiz_with_its_key_is_kept_by_no_cache()
    {
        await using var arena = new PlayHost();
        var api = await arena.ApiAsync();
        var quiz = await api.CreateQuizAsync(1);
        using var read = await api.Http.GetAsync(new Uri($"/api/quizzes/{quiz}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal("no-store", read.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("GET", "/nothing.js", HttpStatusCode.NotFound)]
    [InlineData("GET", "/_app/immutable/of-an-earlier-release.js", HttpStatusCode.NotFound)]
    [InlineData("GET", "/.well-known/nothing.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/.env", HttpStatusCode.NotFound)]
    [InlineData("POST", "/nothing.js", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("POST", "/j/K7P2XQ", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/", HttpStatusCode.MethodNotAllowed)]
    [Asvs("8.1.1", "13.4.1", "13.4.3")]
    public async Task An_unknown_route_answers_404_without_asking_for_a_token(string method, string path, HttpStatusCode status)
    {
        await using var arena = new PlayHost();
        using var http = new HttpClient { BaseAddress = arena.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [Asvs("3.4.2", "3.5.1", "3.5.2")]
    public async Task A_page_of_another_origin_cannot_use_the_cookies(string? origin, HttpStatusCode status)
    {
        await using var arena = new PlayHost();
        using var http = new HttpClient { BaseAddress = arena.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/sessions/refresh");
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    [Asvs("2.4.1", "3.5.1")]
    public async Task A_page_of_another_origin_spends_no_quota_of_its_visitor_s_address()
    {
        await using var arena = new PlayHost(new() { ["Arena:Quizzes:RequestsPerMinute"] = "1", ["Arena:Quizzes:NewAuthorsPerMinute"] = "1" });
        using var http = new HttpClient { BaseAddress = arena.Address };
        foreach (var path in (string[])["/api/authors", "/api/sessions", "/api/quizzes/import"])
        {
            using var foreign = new HttpRequestMessage(HttpMethod.Post, path);
            foreign.Headers.Add("Origin", "https://elsewhere.example");
            using var refused = await http.SendAsync(foreign);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        using var own = await http.PostAsync(new Uri("/api/authors", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    [Asvs("2.4.1")]
    public async Task Guessing_codes_is_slowed_for_all_connections_of_an_address()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:CodeMissBurst"] = "5", ["Arena:Gateway:CodeMissesPerMinute"] = "1" });
        await using var table = await arena.OpenTableAsync();
        await using var ended = await arena.OpenTableAsync();
        _ = (await ended.Host.HostAsync("end", 0)).Accepted;
        var seated = await table.SeatAsync("Ann");
        var token = (await (await table.ConnectAsync()).JoinAsync(table.Code, "Bob")).Accepted.GetProperty("seatToken").GetString()!;
        var first = await table.ConnectAsync();
        var never = await first.CallAsync("Find", "0000ZZ");
        var over = await first.CallAsync("Find", ended.Code);
        Assert.Equal("unknownSession", never.Refusal);
        Assert.Equal("sessionEnded", over.Refusal);
        Assert.Equal("sessionEnded", (await first.JoinAsync(ended.Code, "Eve")).Refusal);
        Assert.Equal("sessionEnded", (await first.CallAsync("SuggestName", new { code = ended.Code, language = "en" })).Refusal);
        // What the network may miss, and then the trickle.
        for (var miss = 3; miss < 5 + 5; miss++)
            Assert.Equal("unknownSession", (await first.JoinAsync("0000ZZ", "Eve")).Refusal);

        var second = await table.ConnectAsync();
        Assert.Equal("tooFast", (await second.CallAsync("Find", "0000ZZ")).Refusal);
        Assert.Equal("tooFast", (await second.CallAsync("SuggestName", new { code = "0000ZZ", language = "en" })).Refusal);
        Assert.Equal("tooFast", (await second.JoinAsync("0000ZZ", "Eve")).Refusal);
        Assert.Null((await second.ResumeAsync(token)).Refusal);
        Assert.Null((await seated.CallAsync("Clock")).Refusal);
    }

    [Fact]
    public async Task Keys_are_in_the_database_and_those_of_an_earlier_release_are_still_read()
    {
        var folder = Directory.CreateTempSubdirectory("arena-keys-").FullName;
        try
        {
            string hostKey;
            await using (var first = new PlayHost(folder: folder))
            {
                await using var table = await first.OpenTableAsync();
                hostKey = table.Launch.HostKey;
                // As an earlier release left them.
                await using var context = Context(first);
                var key = await context.DataProtectionKeys.SingleAsync();
                Directory.CreateDirectory(Path.Combine(folder, "keys"));
                await File.WriteAllTextAsync(Path.Combine(folder, "keys", $"{key.Name}.xml"), key.Xml);
            }
            await using (var second = new PlayHost(new() { ["Arena:Gateway:KeyFolder"] = "nowhere" }, folder))
            {
                await AttachesAsync(second, hostKey);
                await using var context = Context(second);
                await context.DataProtectionKeys.ExecuteDeleteAsync();
            }
            await using (var third = new PlayHost(folder: folder))
                await AttachesAsync(third, hostKey);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    [Asvs("16.2.1", "16.2.2", "16.3.2")]
    public async Task A_refused_request_is_logged_as_a_security_event()
    {
        await using var arena = new PlayHost();
        var cast = await RoleFixture.AssembleAsync(arena, RoleFixture.Hash(arena));
        using var http = new HttpClient { BaseAddress = arena.Address };
        using var request = RouteRequests.For("GET /api/administration/security-events", "stranger", cast);
        using var answer = await http.SendAsync(request);
        Assert.Equal("notAllowed", System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Code());
        await using var context = Context(arena);
        Assert.Equal(SecurityEvent.AccessDenied, (await context.SecurityEvents.SingleAsync()).Event);
    }

    [Fact]
    [Asvs("14.2.1", "16.2.5", "16.3.1")]
    public async Task No_log_line_holds_a_password_a_token_or_a_key()
    {
        var log = new LogDump();
        await using var arena = new PlayHost { Log = log };
        var api = await arena.ApiAsync();
        var author = api.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        var quiz = await api.CreateQuizAsync(1);
        using var ann = new Browser(new HttpClient { BaseAddress = arena.Address }) { AccessToken = author };
        await ann.RegisterAsync("Ann");
        await ann.SignInAsync("Ann", "a wrong password", 401);
        await ann.SignInAsync("Ann");
        await ann.RefreshAsync();
        var launch = await ann.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = quiz }, 201);
        var (hostKey, code) = (launch.GetProperty("hostKey").GetString()!, launch.GetProperty("code").GetString()!);
        await using var host = await arena.ConnectAsync();
        _ = (await host.AttachAsync(hostKey)).Accepted;
        await using var player = await arena.ConnectAsync();
        var seat = (await player.JoinAsync(code, "Bob")).Accepted.GetProperty("seatToken").GetString()!;
        await player.AttachAsync("not a host key");
        await ann.GetAsync("/api/nothing", 404);

        string[] secrets = [Browser.Password, "a wrong password", author, ann.AccessToken!, ann.Cookie("__Secure-arena-sign-in")!, ann.Cookie("__Secure-arena-browser")!, hostKey, seat, "not a host key"];
        var text = log.ToString();
        Assert.Contains("SignInFailed", text, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private static ArenaDbContext Context(PlayHost arena) => arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();

    private static async Task AttachesAsync(PlayHost arena, string hostKey)
    {
        await using var host = await arena.ConnectAsync();
        Assert.Null((await host.AttachAsync(hostKey)).Refusal);
    }
}
