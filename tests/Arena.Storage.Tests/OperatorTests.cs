using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Tests;

/// <summary>What <c>arena db migrate</c> and <c>arena db verify</c> tell, and how they end.</summary>
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
