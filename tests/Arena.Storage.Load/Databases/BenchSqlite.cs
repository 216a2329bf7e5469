namespace Arena.Storage.Load.Databases;

/// <summary>A SQLite file a time.</summary>
internal sealed class BenchSqlite(string folder, IReadOnlyList<string> settings) : BenchDatabase(settings)
{
    public override string Name => "SQLite";

    public override Task<IReadOnlyList<string>> NewAsync() =>
        Task.FromResult<IReadOnlyList<string>>([$"--Arena:Storage:Path={Path.Combine(folder, $"{Guid.NewGuid():N}.db")}"]);
}
