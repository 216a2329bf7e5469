using Arena.Storage.Model;
using Arena.Storage.Verification;
using Arena.TestKit.Clients;
using Arena.TestKit.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Arena.Gateway.Tests.Play;

/// <summary>Whole games, on every database.</summary>
public abstract class DatabaseTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-database-").FullName;
    private Dictionary<string, string> _settings = [];
    private PlayHost _arena = null!;

    public async ValueTask InitializeAsync()
    {
        _settings = await NewDatabaseAsync();
        _arena = new(_settings, _folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _arena.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_game_from_launch_to_podium_stores_rows_that_match_its_events()
    {
        await using var table = await _arena.OpenTableAsync(questions: 2);
        var ann = await table.SeatAsync("Ann");
        var bob = await table.SeatAsync("Bob");
        for (var round = 0; round < 2; round++)
        {
            await table.OpenAsync(round);
            Assert.Null((await ann.AnswerAsync(round, round)).Refusal);
            Assert.Null((await bob.AnswerAsync(round, 3)).Refusal);
            await table.CompleteAsync(round);
            if (round == 0)
                await table.StandingsAsync(round);
        }
        Assert.Null((await table.CommandAsync("advance")).Refusal);
        var podium = (await ann.PhaseAsync("podium")).Phase.GetProperty("podium");

        await using var context = await ContextAsync();
        var session = await context.GameSessions.SingleAsync();
        Assert.Equal((SessionStatus.Ended, table.Code), (session.Status, session.Code));
        Assert.Equal((await context.Quizzes.SingleAsync()).OwnerId, session.HostId);
        Assert.Equal(4, await context.PlayerAnswers.CountAsync());
        Assert.Equal(
            podium.EnumerateArray().Select(line => line.GetProperty("score").GetInt64()),
            await context.ScoreAggregates.OrderByDescending(score => score.TotalScore).Select(score => score.TotalScore).ToListAsync());
        var differences = new List<string>();
        var verified = await _arena.Services.GetRequiredService<StorageVerifier>().VerifyAsync("it", differences.Add, CancellationToken.None);
        Assert.Empty(differences);
        Assert.Equal((1, 4), (verified.Sessions, verified.Answers));
    }

    [Fact]
    public async Task An_operation_that_is_repeated_after_a_restart_answers_as_it_did_and_changes_nothing()
    {
        Guid join = Guid.NewGuid(), answer = Guid.NewGuid(), start = Guid.NewGuid();
        Launch launch;
        long version;
        await using (var table = await _arena.OpenTableAsync(settings: new { getReadyMs = 0 }))
        {
            launch = table.Launch;
            await table.SeatAsync("Bob");
            var ann = await table.ConnectAsync();
            Assert.Equal(1, SeatOf(await ann.JoinAsync(launch.Code, "Ann", join)));
            Assert.Null((await table.Host.HostAsync("start", 0, operation: start)).Refusal);
            await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
            Assert.Null((await ann.AnswerAsync(0, 2, answer)).Refusal);
            await using var context = await ContextAsync();
            version = (await context.GameSessions.SingleAsync()).Version;
        }
        await _arena.DisposeAsync();
        _arena = new(_settings, _folder);

        await using var host = await _arena.ConnectAsync();
        Assert.Equal("asking", Kind(await host.AttachAsync(launch.HostKey)));
        await using var back = await _arena.ConnectAsync();
        Assert.Equal(1, SeatOf(await back.JoinAsync(launch.Code, "Ann", join)));
        Assert.Equal(2, (await back.AnswerAsync(0, 2, answer)).Accepted.GetProperty("answer").GetProperty("option").GetInt32());
        Assert.Null((await host.HostAsync("start", 0, operation: start)).Refusal);
        await using var after = await ContextAsync();
        Assert.Equal(2, await after.GamePlayers.CountAsync());
        Assert.Equal(1, await after.PlayerAnswers.CountAsync());
        // What the restart itself logged: the clock stands until players are back.
        Assert.Equal("gamePaused.1", (await after.EventLog.SingleAsync(entry => entry.Version > version)).Type);
    }

    /// <summary>The settings of an empty database; none for SQLite's default.</summary>
    protected abstract Task<Dictionary<string, string>> NewDatabaseAsync();

    private static int SeatOf(HubReply reply) => reply.Accepted.GetProperty("seat").GetProperty("seat").GetInt32();

    private static string Kind(HubReply reply) => reply.Accepted.GetProperty("session").GetProperty("phase").GetProperty("kind").GetString()!;

    private Task<ArenaDbContext> ContextAsync() => _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
}

public sealed class SqliteDatabaseTests : DatabaseTests
{
    protected override Task<Dictionary<string, string>> NewDatabaseAsync() => Task.FromResult(new Dictionary<string, string>());
}

public sealed class PostgresDatabaseTests(PostgresServer server) : DatabaseTests
{
    protected override async Task<Dictionary<string, string>> NewDatabaseAsync() => new()
    {
        ["Arena:Storage:Provider"] = "postgres",
        ["Arena:Storage:ConnectionString"] = server.ConnectionString(await server.CreateDatabaseAsync()),
    };
}
