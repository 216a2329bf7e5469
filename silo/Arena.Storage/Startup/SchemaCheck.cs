using Arena.Storage.Configuration;
using Arena.Storage.Migrations;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Startup;

/// <summary>For programs that read a database and must not change it: its schema has to be the present one already.</summary>
internal static class SchemaCheck
{
    /// <exception cref="StorageException">It is older, or newer.</exception>
    public static async Task IsPresentAsync(ArenaDbContext context, string name, CancellationToken cancel)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (NewerOf(known, applied) is { } unknown)
            throw new StorageException($"The database {name} has the schema '{unknown}' of a newer release; this one knows up to '{known[^1]}'. Use the newer release.");
        if (known.Except(applied).FirstOrDefault() is { } missing)
            throw new StorageException($"The database {name} lacks the migration '{missing}'. Run: arena db migrate");
    }

    /// <summary>Why a database cannot be brought to the present schema, and the remedy; null if it can.</summary>
    public static (string Cause, string Remedy)? FaultOf(List<string> known, List<string> applied, EarlierSchema earlier)
    {
        if (NewerOf(known, applied) is { } unknown)
        {
            return ($"has the schema '{unknown}' of a newer release; this one knows up to '{known[^1]}'",
                "Nothing was changed. Start the newer release, or restore the backup from before it was installed");
        }
        return earlier.TooOld(applied) is { } old
            ? ($"has the schema '{old}' of a release that is too old to be brought up from",
                "Nothing was changed. Start a build of 28 November 2026 with it once, then this one")
            : null;
    }

    /// <summary>The last migration of a database that this release does not know because it is newer; else null. Their names begin with their time.</summary>
    private static string? NewerOf(List<string> known, List<string> applied) =>
        applied.Except(known).LastOrDefault(migration => string.CompareOrdinal(migration, known[^1]) > 0);
}
