using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NpgsqlTypes;

namespace Arena.Storage.Copying;

/// <summary>A table's rows, counted, and SHA-256 over their values in the order of the key: the same for the same rows in both databases.</summary>
internal sealed record TableDigest(long Rows, string Checksum)
{
    public static async Task<TableDigest> OfAsync(DbDataReader reader, CopyTable table, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var row = new MemoryStream();
        await using var writer = new BinaryWriter(row, Encoding.UTF8);
        long rows = 0;
        for (; await reader.ReadAsync(cancel); rows++)
        {
            row.SetLength(0);
            for (var i = 0; i < table.Columns.Count; i++)
                Write(writer, table.Columns[i], table.Columns[i].Read(reader, i));
            writer.Flush();
            hash.AppendData(row.GetBuffer(), 0, (int)row.Length);
        }
        return new(rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Write(BinaryWriter writer, CopyColumn column, object? value)
    {
        writer.Write(value is not null);
        switch (value)
        {
            case null:
                break;
            case Guid id:
                writer.Write(id.ToByteArray(bigEndian: true));
                break;
            case long number:
                writer.Write(number);
                break;
            case int number:
                writer.Write(number);
                break;
            case bool flag:
                writer.Write(flag);
                break;
            case double number:
                writer.Write(number);
                break;
            case byte[] bytes:
                writer.Write(bytes.Length);
                writer.Write(bytes);
                break;
            default:
                writer.Write(column.Type == NpgsqlDbType.Jsonb ? Canonical((string)value) : (string)value);
                break;
        }
    }

    /// <summary>PostgreSQL keeps the values of JSON, not its writing.</summary>
    private static string Canonical(string json) => Sorted(JsonNode.Parse(json))?.ToJsonString() ?? "null";

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
