using System.Data;
using System.Data.Common;
using Arena.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Arena.Storage.Orleans;

/// <summary>Gives the connections that Orleans opens the settings of all the others.</summary>
internal sealed class SqliteDataSource(SqliteDatabase database) : DbDataSource
{
    public override string ConnectionString => database.ConnectionString;

    protected override DbConnection CreateDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Open)
                connection.Execute(SqliteDatabase.ConnectionSetup);
        };
        return connection;
    }
}
