using System.Globalization;
using System.Text;
using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts;
using Arena.Gateway.Administration;
using Arena.Gateway.Authority;
using Arena.Gateway.Groups;
using Arena.Gateway.Homework;
using Arena.Gateway.Media;
using Arena.Gateway.Tests.Authority;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Webhooks;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Security;

/// <summary>
/// Every route and every method of the hub, called by every role with what no good client sends. The reply is a typed refusal or a
/// success, never a fault of the server, and a refused call has changed nothing. ARENA_SEED=n draws other input, ARENA_FUZZ=n more of it.
/// </summary>
public sealed class FuzzTests : IAsyncLifetime
{
    private static readonly int RequestsARoute = int.Parse(Environment.GetEnvironmentVariable("ARENA_FUZZ") ?? "15", CultureInfo.InvariantCulture);
    private static readonly int CallsAMethod = 3 * RequestsARoute;

    private static readonly HashSet<string> Codes =
    [
        .. Enum.GetNames<GameErrorCode>().Concat(Enum.GetNames<AccountErrorCode>()).Concat(Enum.GetNames<MediaErrorCode>()).Concat(Enum.GetNames<EventErrorCode>())
            .Concat(Enum.GetNames<WebhookErrorCode>()).Concat(Enum.GetNames<GroupErrorCode>())
            .Concat(Enum.GetNames<HomeworkErrorCode>()).Select(JsonNamingPolicy.CamelCase.ConvertName),
    ];

    private static readonly object[] HostActions =
    [
        new { kind = "lock" }, new { kind = "extend", byMs = 1_000 }, new { kind = "kick", seat = 0 }, new { kind = "approve", seat = 0 },
        new { kind = "rename", seat = 0, nickname = "Zoe" }, new { kind = "grantTime", seat = 0, time = "double" },
        new { kind = "moveToTeam", seat = 0, team = 1 },
    ];

    private readonly int _seed = TestSeed.Value;

    private readonly PlayHost _arena = new(new(PlayHost.Unlimited)
    {
        ["Arena:Gateway:CodeMissBurst"] = "1000000",
        // Guesses are refused before they are hashed: this test is about input, not about how long a hash takes.
        ["Arena:Accounts:AttemptsPerMinute"] = "20",
    })
    {
        RunsConsumers = true,
    };

    private ArenaDbContext _watch = null!;
    private (long Version, string Digest)? _known;

    public async ValueTask InitializeAsync()
    {
        _ = _arena.Address;
        _watch = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        await _watch.Database.OpenConnectionAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        await _arena.DisposeAsync();
    }

    [Fact]
    [Asvs("1.1.1", "1.2.4", "1.5.2", "8.2.1", "8.2.2", "15.3.3", "15.3.7", "16.5.1", "16.5.3")]
    public async Task No_request_makes_a_route_fail_and_none_that_is_refused_changes_anything()
    {
        var garbage = new Garbage(_seed);
        using var http = new HttpClient { BaseAddress = _arena.Address };
        var cast = await RoleFixture.AssembleAsync(_arena, RoleFixture.Hash(_arena));
        var before = await DigestAsync();
        foreach (var route in AuthorityTable.Routes.Keys)
        {
            for (var i = 0; i < RequestsARoute; i++)
            {
                using var good = RouteRequests.For(route, garbage.OneOf(AuthorityTable.Roles), cast);
                if (i % 4 == 0)
                    good.Headers.Authorization = new("Bearer", cast.ApiKey(garbage.OneOf(RoleFixture.Accounts), garbage.OneOf(Enum.GetValues<ApiKeyScope>())));
                var request = garbage.Spoil(good, route);
                using var answer = await http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                var what = $"seed {_seed}: {request.Method} {request.RequestUri} with {request.Headers.Authorization}: {(int)answer.StatusCode} {text}";
                Assert.True((int)answer.StatusCode < 500, what);
                if ((int)answer.StatusCode < 400)
                {
                    cast = await cast.AfterAsync(request, answer);
                    before = await DigestAsync();
                    continue;
                }
                Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", what);
                Assert.True(request.Method == HttpMethod.Head || Codes.Contains(JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()!), what);
                Assert.True(before == await DigestAsync(), $"{what} changed something");
            }
        }
    }

    [Fact]
    [Asvs("1.1.1", "1.5.2", "16.5.3")]
    public async Task No_call_makes_the_hub_fail_and_none_that_is_refused_changes_a_game()
    {
        var garbage = new Garbage(_seed);
        var cast = await RoleFixture.AssembleAsync(_arena, RoleFixture.Hash(_arena));
        foreach (var method in AuthorityTable.Methods.Keys)
        {
            for (var i = 0; i < CallsAMethod; i++)
            {
                var role = garbage.OneOf(AuthorityTable.HubRoles.Except(["player", "former"]).ToList());
                await using var caller = await HubRoles.ConnectAsync(_arena, cast, role);
                var before = await DigestAsync();
                var arguments = garbage.Arguments(method == "Command" ? [Command(garbage.OneOf(HostActions))] : HubRoles.Arguments(method, cast, caller));
                var frame = JsonSerializer.Serialize(new { type = 1, invocationId = "f", target = method, arguments }, JsonSerializerOptions.Web);
                var reply = await caller.Hub.CallRawAsync("f", frame);
                var what = $"seed {_seed}: {frame} as {role}: {reply.Refusal}";
                if (reply.Refusal is null)
                    continue;
                Assert.True(Codes.Contains(reply.Refusal), what);
                Assert.True(reply.Refusal is not ("outcomeUnknown" or "unavailable"), what);
                Assert.True(before == await DigestAsync(), $"{what} changed something");
            }
        }
    }

    private static object Command(object action) => new { operationId = Guid.NewGuid(), step = 0, action };

    /// <summary>All that a call could have changed: users, quizzes, shares, sign-ins, sessions and their logs. Not the security log, which grows.</summary>
    private async Task<string> DigestAsync()
    {
        var version = await VersionAsync();
        if (_known?.Version != version)
            _known = (version, await ReadDigestAsync());
        return _known.Value.Digest;
    }

    /// <summary>A number that SQLite changes when another connection has written anything.</summary>
    private async Task<long> VersionAsync()
    {
        await using var command = _watch.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> ReadDigestAsync()
    {
        await using var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        var digest = new StringBuilder();
        foreach (var user in await context.Users.AsNoTracking().OrderBy(row => row.Id).ToListAsync())
            digest.Append(user.Id).Append(user.Username).Append(user.Version).Append(user.IsAdministrator);
        foreach (var quiz in await context.Quizzes.AsNoTracking().OrderBy(row => row.Id).ToListAsync())
            digest.Append(quiz.Id).Append(quiz.OwnerId).Append(quiz.Title).Append(quiz.Visibility).Append(quiz.UpdatedAt);
        digest.AppendJoin(',', await context.QuizCoAuthors.OrderBy(row => row.QuizId).ThenBy(row => row.UserId).Select(row => $"{row.QuizId}{row.UserId}").ToListAsync());
        digest.AppendJoin(',', await context.SessionCoHosts.OrderBy(row => row.SessionId).ThenBy(row => row.UserId).Select(row => $"{row.SessionId}{row.UserId}").ToListAsync());
        digest.AppendJoin(',', await context.Groups.OrderBy(row => row.Id).Select(row => $"{row.Id}{row.Name}{row.Code}").ToListAsync());
        digest.AppendJoin(',', await context.GroupMembers.OrderBy(row => row.UserId).ThenBy(row => row.GroupId).Select(row => $"{row.UserId}{row.GroupId}{row.Name}{row.IsListed}").ToListAsync());
        digest.AppendJoin(',', await context.AuthSessions.OrderBy(row => row.Id).Select(row => row.RefreshTokenHash).ToListAsync());
        digest.AppendJoin(',', await context.ApiKeys.OrderBy(row => row.Id).Select(row => $"{row.Id}{row.Name}{row.Scopes}").ToListAsync());
        digest.AppendJoin(',', await context.GamePlayers.OrderBy(row => row.Id).Select(row => $"{row.Id}{row.UserId}").ToListAsync());
        digest.AppendJoin(',', await context.GameSessions.OrderBy(row => row.Id).Select(row => $"{row.Id}{row.HostId}{row.Version}{row.Status}").ToListAsync());
        return digest.ToString();
    }
}
