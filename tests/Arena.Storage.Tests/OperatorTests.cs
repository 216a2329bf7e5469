using Arena.Storage.Model;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Tests;

/// <summary>What <c>arena db</c> and <c>arena user</c> print, and their exit codes.</summary>
public sealed class OperatorTests
{
    [Fact]
    public async Task Migrate_makes_a_database_that_verify_finds_in_order()
    {
        await using var database = new SqliteTestDatabase();

        var migrate = await OperatorProgram.RunAsync("db", "migrate", "--sqlite", database.File);
        var verify = await OperatorProgram.RunAsync("db", "verify", "--sqlite", database.File);

        Assert.Equal((0, ""), (migrate.Exit, migrate.Errors));
        Assert.Equal((0, "0 sessions, 0 events, 0 answers: 0 differences"), (verify.Exit, verify.Output.Trim()));
    }

    [Fact]
    public async Task Verify_ends_with_1_when_something_differs()
    {
        await using var database = new SqliteTestDatabase();
        await using (var storage = await TestStorage.StartAsync(database))
        {
            var game = await TestGame.LaunchAsync(storage.Journal, "AAAAAA", seed: 1);
            await game.JoinAsync(3);
            await using var context = storage.Context();
            await context.ScoreAggregates.ExecuteUpdateAsync(set => set.SetProperty(row => row.TotalScore, 5));
        }

        var verify = await OperatorProgram.RunAsync("db", "verify", "--sqlite", database.File);

        Assert.Equal(1, verify.Exit);
        Assert.Contains("3 differences", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Asvs("6.3.2")]
    public async Task Promote_makes_an_administrator_and_demote_unmakes_one_and_both_are_logged()
    {
        await using var database = new SqliteTestDatabase();
        await AnnAsync(database);

        var promote = await OperatorProgram.RunAsync("user", "promote", "ann", "--sqlite", database.File);
        Assert.Equal((0, "", "ann is an administrator now."), (promote.Exit, promote.Errors, promote.Output.Trim()));
        Assert.True(await IsAdministratorAsync(database));
        var demote = await OperatorProgram.RunAsync("user", "demote", "ann", "--sqlite", database.File);
        Assert.Equal((0, ""), (demote.Exit, demote.Errors));
        Assert.False(await IsAdministratorAsync(database));
        var nobody = await OperatorProgram.RunAsync("user", "promote", "bob", "--sqlite", database.File);
        Assert.Equal((2, "No account is called 'bob'."), (nobody.Exit, nobody.Errors.Trim()));
        await using var after = await TestStorage.StartAsync(database);
        await using var log = after.Context();
        Assert.Equal(2, await log.SecurityEvents.CountAsync(row => row.Event == SecurityEvent.RoleChanged));
    }

    [Fact]
    [Asvs("6.4.1", "6.4.3")]
    public async Task Reset_prints_a_link_of_which_the_database_has_a_hash_alone()
    {
        await using var database = new SqliteTestDatabase();
        await AnnAsync(database);

        var reset = await OperatorProgram.RunAsync("user", "reset", "ANN", "--url", "https://quiz.example.org/", "--sqlite", database.File);

        Assert.Equal((0, ""), (reset.Exit, reset.Errors));
        var link = reset.Output.Trim().Split('\n')[^1].Trim();
        Assert.StartsWith("https://quiz.example.org/reset#", link, StringComparison.Ordinal);
        await using var storage = await TestStorage.StartAsync(database);
        await using var context = storage.Context();
        var user = await context.Users.SingleAsync();
        var token = ResetToken.Read(link.Split('#')[1])!;
        Assert.True(token.IsGood(user, DateTimeOffset.UtcNow));
        Assert.False(token.IsGood(user, DateTimeOffset.UtcNow.AddMinutes(61)));
        Assert.DoesNotContain(user.ResetTokenHash!, link, StringComparison.Ordinal);
        Assert.Equal(SecurityEvent.ResetGiven, (await context.SecurityEvents.SingleAsync()).Event);
    }

    [Fact]
    [Asvs("7.4.5")]
    public async Task Sign_out_ends_all_browsers_and_keys_of_the_account()
    {
        await using var database = new SqliteTestDatabase();
        var ann = await AnnAsync(database);
        await using (var storage = await TestStorage.StartAsync(database))
        {
            await using var context = storage.Context();
            foreach (var hash in (string[])["a", "b"])
                context.Add(new AuthSessionRow { Id = Guid.NewGuid(), UserId = ann, RefreshTokenHash = hash, ExpiresAt = DateTimeOffset.MaxValue });
            context.Add(new ApiKeyRow { Id = Guid.NewGuid(), UserId = ann, Name = "report", Prefix = "arena_ab", Hash = "c", Scopes = "results:read", ExpiresAt = DateTimeOffset.MaxValue });
            await context.SaveChangesAsync();
        }

        var signOut = await OperatorProgram.RunAsync("user", "sign-out", "ann", "--sqlite", database.File);

        Assert.Equal((0, "", "Ann was signed out of 2 browsers, and 1 API keys ended."), (signOut.Exit, signOut.Errors, signOut.Output.Trim()));
        await using var after = await TestStorage.StartAsync(database);
        await using var log = after.Context();
        Assert.Equal((0, 0), (await log.AuthSessions.CountAsync(), await log.ApiKeys.CountAsync()));
        Assert.Equal(SecurityEvent.SessionRevoked, (await log.SecurityEvents.SingleAsync()).Event);
    }

    private static async Task<Guid> AnnAsync(SqliteTestDatabase database)
    {
        var id = Guid.NewGuid();
        await using var storage = await TestStorage.StartAsync(database);
        await using var context = storage.Context();
        context.Add(new UserRow { Id = id, Username = "Ann", NameKey = "ANN", CreatedAt = DateTimeOffset.UnixEpoch });
        await context.SaveChangesAsync();
        return id;
    }

    private static async Task<bool> IsAdministratorAsync(SqliteTestDatabase database)
    {
        await using var storage = await TestStorage.StartAsync(database);
        await using var context = storage.Context();
        return (await context.Users.SingleAsync()).IsAdministrator;
    }

    [Theory]
    [InlineData("There is no file", "db", "verify", "--sqlite", "nowhere.db")]
    [InlineData("not both", "db", "migrate", "--sqlite", "a.db", "--postgres", "Host=x;Database=y")]
    [InlineData("names no host", "db", "migrate", "--postgres", "Database=y")]
    [InlineData("is no address", "user", "reset", "ann", "--url", "quiz.example.org", "--sqlite", "a.db")]
    [InlineData("cannot be reached", "db", "migrate", "--postgres", "Host=127.0.0.1;Port=1;Database=y")]
    [InlineData("cannot be reached", "db", "verify", "--postgres", "Host=127.0.0.1;Port=1;Database=y")]
    public async Task A_command_that_cannot_be_carried_out_says_why(string reason, params string[] arguments)
    {
        var (exit, _, errors) = await OperatorProgram.RunAsync(arguments);

        Assert.Equal(2, exit);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
