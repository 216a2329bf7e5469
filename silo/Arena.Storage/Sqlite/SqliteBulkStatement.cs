using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Arena.Storage.Sqlite;

/// <summary>
/// A prepared statement whose parameters are bound by their numbers. The provider's commands look each of them up by its name at every run,
/// which takes longer than to write a row.
/// </summary>
internal sealed class SqliteBulkStatement : IDisposable
{
    private const int GuidLength = 36;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[512];

    public SqliteBulkStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <returns>How many rows were changed, without those that foreign keys deleted.</returns>
    public int Run(ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            Check(Bind(i + 1, values[i]));
        try
        {
            Check(raw.sqlite3_step(_statement));
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    /// <summary>Stores what the provider's parameters store.</summary>
    private int Bind(int number, object value) => value switch
    {
        DBNull => raw.sqlite3_bind_null(_statement, number),
        string text => BindText(number, text),
        Guid id => BindGuid(number, id),
        bool isTrue => raw.sqlite3_bind_int(_statement, number, isTrue ? 1 : 0),
        int small => raw.sqlite3_bind_int(_statement, number, small),
        long large => raw.sqlite3_bind_int64(_statement, number, large),
        double fraction => raw.sqlite3_bind_double(_statement, number, fraction),
        _ => throw new NotSupportedException($"A parameter of type {value.GetType()}"),
    };

    private int BindText(int number, string text)
    {
        // An empty span is a null pointer, which SQLite takes for NULL.
        if (text.Length == 0)
            return raw.sqlite3_bind_text(_statement, number, text);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most)
            _text = new byte[most];
        return raw.sqlite3_bind_text(_statement, number, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    private int BindGuid(int number, Guid id)
    {
        Span<byte> text = _text.AsSpan(0, GuidLength);
        _ = id.TryFormat(text, out _);
        _ = Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(_statement, number, text);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
