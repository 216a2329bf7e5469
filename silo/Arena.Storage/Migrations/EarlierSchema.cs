using System.Collections.Immutable;
using System.Text;

namespace Arena.Storage.Migrations;

/// <summary>
/// The way to the first migration for databases that are older than it: all migrations before it were made one. A database that has the last of
/// those, or one of the steps before, is brought to it; an older one is not.
/// </summary>
/// <param name="Oldest">The migration that a database must have at least.</param>
/// <param name="Initial">The first migration, which such a database has in the end.</param>
/// <param name="Steps">The migrations between, oldest first.</param>
internal sealed record EarlierSchema(string Oldest, string Initial, ImmutableArray<EarlierStep> Steps)
{
    /// <summary>The SQL that brings a database to the first migration, for one transaction; null if it is new, or has it.</summary>
    /// <param name="applied">Its migrations, in order.</param>
    public string? ScriptFor(IReadOnlyList<string> applied)
    {
        if (!IsEarlier(applied))
            return null;
        var script = new StringBuilder();
        foreach (var step in Steps.Where(step => !applied.Contains(step.Migration)))
            script.Append(step.Sql).Append('\n');
        return script
            .Append("DELETE FROM \"__EFMigrationsHistory\";\n")
            .Append("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('").Append(Initial).Append("', '10.0.14');")
            .ToString();
    }

    /// <summary>Whether a database has migrations, and not the first one.</summary>
    private bool IsEarlier(IReadOnlyList<string> applied) => applied.Count > 0 && !applied.Contains(Initial);

    /// <summary>The last migration of a database that is too old to be brought up; else null.</summary>
    public string? TooOld(IReadOnlyList<string> applied) => IsEarlier(applied) && !applied.Contains(Oldest) ? applied[^1] : null;
}

/// <summary>A migration of before.</summary>
internal sealed record EarlierStep(string Migration, string Sql);
