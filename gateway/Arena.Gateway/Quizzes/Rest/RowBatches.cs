using System.Text;
using Arena.Storage.Model;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Inserts many rows a statement, past EF's change tracker, which is too slow for the rows of a large quiz.</summary>
internal static class RowBatches
{
    private const int MaxParameters = 36;

    /// <summary>The statements that insert the rows, for <see cref="IBatchWriter"/>.</summary>
    public static IEnumerable<BatchStatement> Insert<TRow>(ArenaDbContext context, IEnumerable<TRow> rows)
        where TRow : class
    {
        IEntityType type = context.Model.FindEntityType(typeof(TRow))!;
        IProperty[] properties = [.. type.GetProperties()];
        var names = context.GetService<ISqlGenerationHelper>();
        string columns = string.Join(", ", properties.Select(property => names.DelimitIdentifier(property.GetColumnName())));
        string insert = $"INSERT INTO {names.DelimitIdentifier(type.GetTableName()!)} ({columns}) VALUES ";
        int rowsAStatement = MaxParameters / properties.Length;
        string[] casts = [.. properties.Select(Cast)];
        string full = insert + Places(rowsAStatement, casts);
        Func<object, object>[] stored = [.. properties.Select(Stored)];
        foreach (TRow[] batch in rows.Chunk(rowsAStatement))
        {
            var values = new object[batch.Length * stored.Length];
            for (int value = 0; value < values.Length; value++)
                values[value] = stored[value % stored.Length](batch[value / stored.Length]);
            yield return new(batch.Length == rowsAStatement ? full : insert + Places(batch.Length, casts), values);
        }
    }

    /// <summary>Reads a property of a row as the database has it.</summary>
    private static Func<object, object> Stored(IProperty property)
    {
        IClrPropertyGetter getter = property.GetGetter();
        return property.GetRelationalTypeMapping().Converter is { } converter
            ? row => converter.ConvertToProvider(getter.GetClrValue(row)) ?? DBNull.Value
            : row => getter.GetClrValue(row) ?? DBNull.Value;
    }

    /// <summary>PostgreSQL takes no text for JSON.</summary>
    private static string Cast(IProperty property) => property.GetColumnType() == "jsonb" ? "::jsonb" : "";

    private static string Places(int rows, string[] casts)
    {
        var places = new StringBuilder();
        for (int row = 0; row < rows; row++)
        {
            places.Append(row == 0 ? "(" : ", (");
            places.AppendJoin(", ", casts.Select((cast, column) => $"${(row * casts.Length) + column + 1}{cast}"));
            places.Append(')');
        }
        return places.ToString();
    }
}
