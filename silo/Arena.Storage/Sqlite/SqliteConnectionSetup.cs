using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Arena.Storage.Sqlite;

/// <summary>Gives EF's connections the settings of all the others.</summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqliteDatabase.ConnectionSetup;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = SqliteDatabase.ConnectionSetup;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
