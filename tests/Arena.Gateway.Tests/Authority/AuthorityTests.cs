using System.Net.Http.Headers;
using Arena.Gateway.Play;
using Arena.Gateway.Tests.Play;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Authority;

/// <summary>Checks every cell of docs/authority.md against the running server, and that every route and hub method is listed.</summary>
public sealed class AuthorityTests : IAsyncLifetime
{
    private static readonly string[] Public = ["/{**path}", "/api/{**path}", "/hubs/{**path}", "/healthz/{**path}", "/openapi/{**path}", "/hubs/game", "/s/{token:nonfile}"];

    private readonly PlayHost _arena = new(new(PlayHost.Unlimited)
    {
        ["Arena:Orleans:Dashboard"] = "true",
        ["Arena:Gateway:SecurityContact"] = "mailto:security@example.org",
        ["Arena:Accounts:AttemptsPerMinute"] = "1000000",
        ["Arena:Quizzes:MaxQuizzesPerAuthor"] = "10000",
    })
    {
        RunsConsumers = true,
    };

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    [Asvs("8.1.1", "13.4.5")]
    public void Every_route_is_in_the_table_and_names_its_policy()
    {
        _ = _arena.Address;
        var routes = _arena.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.All(routes, route => Assert.True(
            route.Metadata.GetMetadata<IAuthorizeData>() is not null || route.Metadata.GetMetadata<IAllowAnonymous>() is not null, route.DisplayName));
        var named = routes.SelectMany(Names).Distinct().Order(StringComparer.Ordinal).ToList();
        var mapped = named.Where(name => !IsPublic(name)).ToList();
        string[] missing = [.. mapped.Except(AuthorityTable.Routes.Keys)], stale = [.. AuthorityTable.Routes.Keys.Except(mapped)];
        Assert.True(missing is [] && stale is [], $"The tables of docs/authority.md lack a row for: {string.Join(", ", missing)}. They have a row without a route: {string.Join(", ", stale)}.");
    }

    [Fact]
    public async Task Only_the_browser_of_an_administrator_can_open_the_dashboard()
    {
        using var http = new HttpClient { BaseAddress = _arena.Address };
        var roles = await RoleFixture.AssembleAsync(_arena, RoleFixture.Hash(_arena));
        foreach (var role in (string[])["stranger", "administrator"])
        {
            using var page = RouteRequests.For("GET /admin/orleans/", role, roles);
            using var refused = await http.SendAsync(page);
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, refused.StatusCode);
        }
        using var open = RouteRequests.For("POST /api/administration/dashboard", "administrator", roles);
        using var opened = await http.SendAsync(open);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, opened.StatusCode);
        Assert.Contains("path=/admin/orleans", Assert.Single(opened.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.GetAsync(new Uri("/admin/orleans/", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public void Every_method_of_the_hub_is_in_the_table() =>
        Assert.Equal(typeof(IGameHub).GetMethods().Select(method => method.Name).Order(StringComparer.Ordinal), AuthorityTable.Methods.Keys.Order(StringComparer.Ordinal));

    [Fact]
    [Asvs("8.1.1", "8.1.2", "8.2.1", "8.2.2", "8.2.3", "8.3.1", "8.4.1")]
    public async Task Every_route_answers_every_role_as_the_table_says()
    {
        using var http = new HttpClient { BaseAddress = _arena.Address };
        var roles = await RoleFixture.AssembleAsync(_arena, RoleFixture.Hash(_arena));
        List<string> mismatches = [];
        foreach (var (route, expected) in AuthorityTable.Routes)
        {
            for (var role = 0; role < AuthorityTable.Roles.Count; role++)
            {
                using var request = RouteRequests.For(route, AuthorityTable.Roles[role], roles);
                using var response = await http.SendAsync(request);
                var answered = $"{(int)response.StatusCode}";
                if (answered != expected[role])
                    mismatches.Add($"{route} for {AuthorityTable.Roles[role]}: {answered}, not {expected[role]}: {await response.Content.ReadAsStringAsync()}");
                roles = await roles.AfterAsync(request, response);
            }
        }
        Assert.True(mismatches.Count == 0, string.Join('\n', mismatches));
    }

    [Fact]
    [Asvs("8.2.1", "8.2.2", "8.3.1")]
    public async Task Every_method_of_the_hub_answers_every_role_as_the_table_says()
    {
        var hash = RoleFixture.Hash(_arena);
        List<string> mismatches = [];
        foreach (var (method, expected) in AuthorityTable.Methods)
        {
            for (var role = 0; role < AuthorityTable.HubRoles.Count; role++)
            {
                var roles = await RoleFixture.AssembleAsync(_arena, hash);
                await using var caller = await HubRoles.ConnectAsync(_arena, roles, AuthorityTable.HubRoles[role]);
                var reply = await caller.Hub.CallAsync(method, HubRoles.Arguments(method, roles, caller));
                var answered = reply.Refusal ?? "ok";
                if (answered != expected[role])
                    mismatches.Add($"{method} for {AuthorityTable.HubRoles[role]}: {answered}, not {expected[role]}");
            }
        }
        Assert.True(mismatches.Count == 0, string.Join('\n', mismatches));
    }

    [Fact]
    public async Task Every_author_can_read_a_published_quiz_until_an_administrator_makes_it_private()
    {
        var roles = await RoleFixture.AssembleAsync(_arena, RoleFixture.Hash(_arena));
        using var owner = Client(roles, "owner");
        using var stranger = Client(roles, "stranger");
        using var author = Client(roles, "author");
        using var administrator = Client(roles, "administrator");
        // A running game of the quiz would hide it.
        await using (var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync())
            await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, SessionStatus.Ended));
        async Task<int> SetAsync(HttpClient who, string visibility)
        {
            using var body = new StringContent($$"""{"visibility":"{{visibility}}"}""", System.Text.Encoding.UTF8, "application/json");
            using var answer = await who.PutAsync(new Uri($"/api/quizzes/{roles.Quiz}/visibility", UriKind.Relative), body);
            return (int)answer.StatusCode;
        }
        async Task<(int Read, bool Listed)> SeesAsync(HttpClient who)
        {
            using var read = await who.GetAsync(new Uri($"/api/quizzes/{roles.Quiz}", UriKind.Relative));
            return ((int)read.StatusCode, (await who.GetStringAsync(new Uri("/api/quizzes/public?search=Count", UriKind.Relative))).Contains(roles.Quiz.ToString(), StringComparison.Ordinal));
        }

        Assert.Equal(204, await SetAsync(owner, "unlisted"));
        Assert.Equal((200, false), await SeesAsync(stranger));
        Assert.Equal(204, await SetAsync(owner, "public"));
        Assert.Equal((200, true), await SeesAsync(author));
        Assert.Equal(404, await SetAsync(stranger, "private"));
        Assert.Equal(404, await SetAsync(administrator, "unlisted"));
        Assert.Equal(204, await SetAsync(administrator, "private"));
        Assert.Equal((404, false), await SeesAsync(stranger));
    }

    [Fact]
    public async Task A_removed_co_host_can_no_longer_host()
    {
        var roles = await RoleFixture.AssembleAsync(_arena, RoleFixture.Hash(_arena));
        await using var coHost = await HubRoles.ConnectAsync(_arena, roles, "co-host");
        Assert.Null((await coHost.Hub.HostAsync("lock", 0)).Refusal);
        using var host = Client(roles, "host");
        using var removed = await host.DeleteAsync(new Uri($"/api/sessions/{roles.Session.Code}/co-hosts/{roles.Name("co-host")}", UriKind.Relative));
        Assert.Equal(204, (int)removed.StatusCode);
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(5));

        await coHost.Hub.Closed.WaitAsync(TimeSpan.FromSeconds(30));
        await using var again = await _arena.ConnectAsync();
        Assert.Equal("invalidToken", (await again.AttachAsync(roles.HostKey("co-host"))).Refusal);
    }

    private HttpClient Client(RoleFixture roles, string role)
    {
        var client = new HttpClient { BaseAddress = _arena.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", roles.Token(role));
        return client;
    }

    private static IEnumerable<string> Names(RouteEndpoint route)
    {
        var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"];
        return methods.Select(method => $"{method} /{route.RoutePattern.RawText!.Trim('/')}");
    }

    private static bool IsPublic(string name) =>
        Public.Contains(name.Split(' ')[1]) || name.Contains(" /admin/orleans", StringComparison.Ordinal) || name.EndsWith("{*path:nonfile}", StringComparison.Ordinal) || name.EndsWith("/negotiate", StringComparison.Ordinal);
}
