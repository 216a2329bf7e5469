namespace Arena.Storage.Tests.Support;

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arena-storage-");

    public static Task<TestDatabase> NewAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    public string File => Path.Combine(_folder.FullName, "arena.db");

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Arena:Storage:Path"] = File };

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
