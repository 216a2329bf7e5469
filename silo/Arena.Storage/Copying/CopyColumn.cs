using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NpgsqlTypes;

namespace Arena.Storage.Copying;

/// <summary>A column, by its type on PostgreSQL.</summary>
internal sealed record CopyColumn(string Name, NpgsqlDbType Type)
{
    public string Quoted => $"\"{Name}\"";

    /// <summary>How it is sorted: as bytes, in both databases. Identities are bytes on PostgreSQL, and capital hexadecimal digits on SQLite.</summary>
    public string PostgresOrder => Type == NpgsqlDbType.Text ? $"{Quoted} COLLATE \"C\"" : Quoted;

    public static CopyColumn Of(IProperty property) => new(property.GetColumnName(), property.GetColumnType() switch
    {
        "uuid" => NpgsqlDbType.Uuid,
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        "boolean" => NpgsqlDbType.Boolean,
        "double precision" => NpgsqlDbType.Double,
        "text" => NpgsqlDbType.Text,
        "jsonb" => NpgsqlDbType.Jsonb,
        "bytea" => NpgsqlDbType.Bytea,
        var other => throw new NotSupportedException($"The column {property.GetColumnName()} has the type {other}, which the copy does not know."),
    });

    /// <summary>The value in the row that a reader of either database stands on; null for NULL.</summary>
    public object? Read(DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : Type switch
    {
        NpgsqlDbType.Uuid => reader.GetGuid(ordinal),
        NpgsqlDbType.Bigint => reader.GetInt64(ordinal),
        NpgsqlDbType.Integer => reader.GetInt32(ordinal),
        NpgsqlDbType.Boolean => reader.GetBoolean(ordinal),
        NpgsqlDbType.Double => reader.GetDouble(ordinal),
        NpgsqlDbType.Bytea => reader.GetFieldValue<byte[]>(ordinal),
        _ => reader.GetString(ordinal),
    };
}
