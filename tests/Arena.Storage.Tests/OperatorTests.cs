using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Tests;

/// <summary>What <c>arena db</c> and <c>arena user</c> tell, and how they end.</summary>
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
    public async Task Promote_makes_an_administrator_and_demote_unmakes_one_and_both_are_logged()
    {
        await using var database = new SqliteTestDatabase();
        await using (var storage = await TestStorage.StartAsync(database))
        {
            await using var context = storage.Context();
            context.Add(new UserRow { Id = Guid.NewGuid(), Username = "Ann", NameKey = "ANN", CreatedAt = DateTimeOffset.UnixEpoch });
            await context.SaveChangesAsync();
        }

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
