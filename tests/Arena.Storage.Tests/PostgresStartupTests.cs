using Arena.Storage.Configuration;
using Arena.Storage.Tests.Support;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Tests;

/// <summary>What the operator reads when the server or the database cannot be used.</summary>
public sealed class PostgresStartupTests(PostgresServer server)
{
    [Fact]
    public async Task Two_processes_that_start_at_once_make_one_schema()
    {
        await using var database = await server.NewDatabaseAsync();

        var started = await Task.WhenAll(TestStorage.StartAsync(database), TestStorage.StartAsync(database));

        foreach (var storage in started)
        {
            await storage.Journal.BeginAsync(Guid.NewGuid().ToString("N"));
            await storage.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named_without_the_password()
    {
        await using var database = await server.NewDatabaseAsync();

        var message = await RefusedAsync(database, "Host=127.0.0.1;Port=1;Database=arena;Username=arena;Password=secret");

        Assert.StartsWith(
            "Arena:Storage:ConnectionString names the database 127.0.0.1:1/arena, which cannot be reached", message, StringComparison.Ordinal);
        Assert.Contains("Start the server", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        await using var database = await server.NewDatabaseAsync();

        var message = await RefusedAsync(database, server.ConnectionString("nowhere"));

        Assert.Contains("/nowhere, which cannot be reached", message, StringComparison.Ordinal);
        Assert.Contains("create the database", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_is_named()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using (await TestStorage.StartAsync(database))
            await server.ExecuteAsync(database.Name, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99.0')");

        var message = await RefusedAsync(database, database.ConnectionString);

        Assert.Contains("has the schema '29990101000000_Future' of a newer release", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_only_reads_is_named()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await server.ExecuteAsync("postgres", $"ALTER DATABASE {database.Name} SET default_transaction_read_only = on");

        Assert.Contains("only reads. Name the primary", await RefusedAsync(database, database.ConnectionString), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "names no host")]
    [InlineData("Host=localhost", "names no database")]
    [InlineData("Hots=localhost;Password=secret", "cannot be read")]
    public async Task A_connection_string_that_lacks_something_stops_the_start(string connectionString, string fault)
    {
        await using var database = await server.NewDatabaseAsync();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestStorage.StartAsync(database, ("Arena:Storage:ConnectionString", connectionString)));

        Assert.Contains($"Arena:Storage:ConnectionString {fault}. Give it as Host=", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oracle")]
    [InlineData("7")]
    public async Task A_provider_that_does_not_exist_stops_the_start(string provider)
    {
        await using var database = await server.NewDatabaseAsync();

        var failure = await Assert.ThrowsAsync<StorageException>(() => TestStorage.StartAsync(database, ("Arena:Storage:Provider", provider)));

        Assert.Equal($"Arena:Storage:Provider is '{provider}'. Give sqlite or postgres.", failure.Message);
    }

    private static async Task<string> RefusedAsync(TestDatabase database, string connectionString) =>
        (await Assert.ThrowsAsync<StorageException>(
            () => TestStorage.StartAsync(database, ("Arena:Storage:ConnectionString", connectionString)))).Message;
}
