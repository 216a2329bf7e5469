using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Arena.Storage.Postgres;

/// <summary>One-off statements.</summary>
internal static class PostgresCommands
{
    /// <summary>A statement whose parameters are numbered: <c>$1</c>, <c>$2</c>, ...</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Constant texts, values are parameters")]
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
