namespace Arena.Storage.Tests.Support;

/// <summary>An empty database of one test's own, gone with it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>The configuration that selects it.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    public abstract ValueTask DisposeAsync();
}
