using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Names columns, keys and indexes as the SQL that is written by hand expects them.</summary>
internal static partial class SnakeCaseNames
{
    public static void UseSnakeCaseNames(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Convert(property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName(Convert(key.GetName()!));
            foreach (var reference in entity.GetForeignKeys())
                reference.SetConstraintName(Convert(reference.GetConstraintName()!));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Convert(index.GetDatabaseName()!));
        }
    }

    private static string Convert(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture)]
    private static partial Regex WordStart();
}
