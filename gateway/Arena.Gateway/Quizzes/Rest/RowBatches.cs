using System.Data.Common;
using System.Text;
using Arena.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>
/// Inserts many rows a statement, past EF's change tracker. On SQLite a transaction that writes keeps the journals of all games waiting, so
/// the sixteen thousand rows of a large quiz must not take seconds.
/// </summary>
internal static class RowBatches
{
    // SQLite finds each parameter by walking through the names of all: four thousand in a statement cost four times as much as two hundred.
    private const int MaxParameters = 200;

    /// <summary>Inserts the rows within the context's transaction.</summary>
    public static async Task InsertAsync<TRow>(ArenaDbContext context, IEnumerable<TRow> rows, CancellationToken cancel)
        where TRow : class
    {
        IEntityType type = context.Model.FindEntityType(typeof(TRow))!;
        IProperty[] properties = [.. type.GetProperties()];
        var names = context.GetService<ISqlGenerationHelper>();
        string columns = string.Join(", ", properties.Select(property => names.DelimitIdentifier(property.GetColumnName())));
        string insert = $"INSERT INTO {names.DelimitIdentifier(type.GetTableName()!)} ({columns}) VALUES ";
        foreach (TRow[] batch in rows.Chunk(MaxParameters / properties.Length))
        {
            await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = Fill(command, insert, batch, properties);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static string Fill<TRow>(DbCommand command, string insert, TRow[] batch, IProperty[] properties)
        where TRow : class
    {
        var sql = new StringBuilder(insert);
        for (int row = 0; row < batch.Length; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (int column = 0; column < properties.Length; column++)
            {
                IProperty property = properties[column];
                string name = $"@p{command.Parameters.Count}";
                sql.Append(column == 0 ? "" : ", ").Append(name);
                command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(
                    command, name, property.GetGetter().GetClrValue(batch[row]), property.IsNullable));
            }
            sql.Append(')');
        }
        return sql.ToString();
    }
}
