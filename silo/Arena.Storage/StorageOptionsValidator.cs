using System.Globalization;
using Arena.Storage.Configuration;
using Arena.Storage.Postgres;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Arena.Storage;

/// <summary>Stops the start with the key, the value and what would be right. A connection string is never shown: it holds a password.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private const int MostWrites = 1_000_000;
    private const int LongestIntervalMs = 100;

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var faults = new List<string>();
        if (options.Provider == StorageProvider.Sqlite && (string.IsNullOrWhiteSpace(options.Path) || options.Path.Contains('\0', StringComparison.Ordinal)))
            faults.Add(Fault(nameof(options.Path), options.Path, "Give the path of the SQLite file, for example data/arena.db."));
        if (options.Provider == StorageProvider.Postgres && ConnectionStringFault(options.ConnectionString) is { } fault)
            faults.Add($"{PostgresDatabase.Key} {fault}. Give it as Host=...;Database=...;Username=...;Password=...");
        if (options.MaxWritesPerCommit is < 1 or > MostWrites)
            faults.Add(Fault(nameof(options.MaxWritesPerCommit), options.MaxWritesPerCommit, $"Give a number from 1 to {MostWrites}."));
        if (options.MaxQueuedWrites is < 1 or > MostWrites)
            faults.Add(Fault(nameof(options.MaxQueuedWrites), options.MaxQueuedWrites, $"Give a number from 1 to {MostWrites}."));
        if (options.CommitIntervalMs is < 0 or > LongestIntervalMs)
            faults.Add(Fault(nameof(options.CommitIntervalMs), options.CommitIntervalMs, $"Give milliseconds from 0 to {LongestIntervalMs}."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string? ConnectionStringFault(string connectionString)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrEmpty(parts.Host) ? "names no host" : string.IsNullOrEmpty(parts.Database) ? "names no database" : null;
        }
        catch (ArgumentException)
        {
            return "cannot be read";
        }
    }

    private static string Fault(string key, object? value, string remedy) =>
        string.Create(CultureInfo.InvariantCulture, $"{StorageOptions.Section}:{key} is '{value}'. {remedy}");
}
