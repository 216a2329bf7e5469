using System.Globalization;
using Microsoft.Extensions.Options;

namespace Arena.Storage;

/// <summary>Stops the start with the key, the value and what would be right.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private const int MostWrites = 1_000_000;

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Path) || options.Path.Contains('\0', StringComparison.Ordinal))
            faults.Add(Fault(nameof(options.Path), options.Path, "Give the path of the SQLite file, for example data/arena.db."));
        if (options.MaxWritesPerCommit is < 1 or > MostWrites)
            faults.Add(Fault(nameof(options.MaxWritesPerCommit), options.MaxWritesPerCommit, $"Give a number from 1 to {MostWrites}."));
        if (options.MaxQueuedWrites is < 1 or > MostWrites)
            faults.Add(Fault(nameof(options.MaxQueuedWrites), options.MaxQueuedWrites, $"Give a number from 1 to {MostWrites}."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string Fault(string key, object? value, string remedy) =>
        string.Create(CultureInfo.InvariantCulture, $"{StorageOptions.Section}:{key} is '{value}'. {remedy}");
}
