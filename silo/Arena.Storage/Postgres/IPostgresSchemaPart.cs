using Npgsql;

namespace Arena.Storage;

/// <summary>What others than Arena need in its database. Applied after Arena's own migrations, by one process at a time.</summary>
internal interface IPostgresSchemaPart
{
    /// <summary>Makes what is not there yet.</summary>
    /// <exception cref="StorageException">It cannot be made.</exception>
    Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancel);
}
