using System.Net.Http.Headers;
using Arena.Gateway.Authority;
using Arena.Gateway.Tests.Play;

namespace Arena.Gateway.Tests.Authority;

/// <summary>What docs/authority.md says of API keys: every route is asked with every scope, by those who may and by a stranger.</summary>
public sealed class KeyAuthorityTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new(new(PlayHost.Unlimited)
    {
        ["Arena:Orleans:Dashboard"] = "true",
        ["Arena:Gateway:SecurityContact"] = "mailto:security@example.org",
        ["Arena:Accounts:AttemptsPerMinute"] = "1000000",
        ["Arena:Accounts:ApiKeyRequestsPerMinute"] = "1000000",
    });

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public void Every_scope_is_in_the_table_and_every_route_of_it_exists()
    {
        Assert.Equal(Enum.GetValues<ApiKeyScope>().Length, AuthorityTable.Scopes.Count);
        Assert.All(AuthorityTable.KeyRoutes.Keys, route => Assert.Contains(route, AuthorityTable.Routes.Keys));
        Assert.All(AuthorityTable.KeyRoutes.Keys, route => Assert.False(route.Contains("/api/account", StringComparison.Ordinal), route));
    }

    [Fact]
    [Asvs("8.1.1", "8.2.1")]
    public async Task Every_route_answers_every_scope_as_the_table_says()
    {
        using var http = new HttpClient { BaseAddress = _arena.Address };
        var cast = await RoleFixture.AssembleAsync(_arena, RoleFixture.Hash(_arena));
        List<string> surprises = [];
        foreach (var route in AuthorityTable.Routes.Keys)
        {
            foreach (var (scope, name) in Enum.GetValues<ApiKeyScope>().Zip(AuthorityTable.Scopes))
            {
                var may = route.Contains("/api/sessions/", StringComparison.Ordinal) || route.Contains("/api/games", StringComparison.Ordinal) ? "host" : "owner";
                foreach (var role in (string[])[may, "stranger"])
                {
                    using var request = RouteRequests.For(route, role, cast);
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", cast.ApiKey(role, scope));
                    using var response = await http.SendAsync(request);
                    var answered = $"{(int)response.StatusCode}";
                    if (answered != Expected(route, name, role))
                        surprises.Add($"{route} for a key of {role} with {name}: {answered}, not {Expected(route, name, role)}");
                    cast = await cast.AfterAsync(request, response);
                }
            }
        }
        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
    }

    /// <summary>With its scope, the answer that its account gets; without, 403 where authentication is needed.</summary>
    private static string Expected(string route, string scope, string role)
    {
        var nobody = AuthorityTable.Routes[route][AuthorityTable.Roles.Index().Single(each => each.Item == "nobody").Index];
        var cell = AuthorityTable.KeyRoutes.TryGetValue(route, out var cells)
            ? cells[AuthorityTable.Scopes.Index().Single(each => each.Item == scope).Index]
            : nobody == "401" && !WantsOtherProof(route) ? "403" : nobody;
        return cell is "403" || cells is null || role != "stranger" ? cell : AuthorityTable.Routes[route][AuthorityTable.Roles.Index().Single(each => each.Item == role).Index];
    }

    /// <summary>They ask every caller for a proof of their own: a refresh token, a link, a ticket of Twitch's.</summary>
    private static bool WantsOtherProof(string route) => AuthorityTable.Routes[route].All(cell => cell == "401");
}
