using System.Net.Http.Headers;
using Arena.Gateway.Authority;
using Arena.Gateway.Tests.Play;

namespace Arena.Gateway.Tests.Authority;

/// <summary>Checks the API key table of docs/authority.md: calls every route with every scope, with a key of an allowed account and of a stranger.</summary>
public sealed class KeyAuthorityTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new(new(PlayHost.Unlimited)
    {
        ["Arena:Orleans:Dashboard"] = "true",
        ["Arena:Gateway:SecurityContact"] = "mailto:security@example.org",
        ["Arena:Accounts:AttemptsPerMinute"] = "1000000",
        ["Arena:Accounts:ApiKeyRequestsPerMinute"] = "1000000",
    })
    {
        RunsConsumers = true,
    };

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
        var roles = await RoleFixture.AssembleAsync(_arena, RoleFixture.Hash(_arena));
        List<string> mismatches = [];
        foreach (var route in AuthorityTable.Routes.Keys)
        {
            foreach (var (scope, name) in Enum.GetValues<ApiKeyScope>().Zip(AuthorityTable.Scopes))
            {
                var may = route.Contains("/api/sessions/", StringComparison.Ordinal) || route.Contains("/api/games", StringComparison.Ordinal) ? "host" : "owner";
                foreach (var role in (string[])[may, "stranger"])
                {
                    using var request = RouteRequests.For(route, role, roles);
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", roles.ApiKey(role, scope));
                    using var response = await http.SendAsync(request);
                    var answered = $"{(int)response.StatusCode}";
                    if (answered != Expected(route, name, role))
                        mismatches.Add($"{route} for a key of {role} with {name}: {answered}, not {Expected(route, name, role)}");
                    roles = await roles.AfterAsync(request, response);
                }
            }
        }
        Assert.True(mismatches.Count == 0, string.Join('\n', mismatches));
    }

    /// <summary>With the route's scope, the same answer as for its account; without it, 403 where authentication is required.</summary>
    private static string Expected(string route, string scope, string role)
    {
        var anonymous = AuthorityTable.Routes[route][AuthorityTable.Roles.Index().Single(each => each.Item == "anonymous").Index];
        var cell = AuthorityTable.KeyRoutes.TryGetValue(route, out var cells)
            ? cells[AuthorityTable.Scopes.Index().Single(each => each.Item == scope).Index]
            : anonymous == "401" && !WantsOtherProof(route) ? "403" : anonymous;
        return cell is "403" || cells is null || role != "stranger" ? cell : AuthorityTable.Routes[route][AuthorityTable.Roles.Index().Single(each => each.Item == role).Index];
    }

    /// <summary>True for routes with their own credential: a refresh token, a reset link, a Twitch ticket.</summary>
    private static bool WantsOtherProof(string route) => AuthorityTable.Routes[route].All(cell => cell == "401");
}
