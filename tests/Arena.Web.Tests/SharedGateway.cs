using Arena.TestKit.Processes;

[assembly: AssemblyFixture(typeof(Arena.Web.Tests.SharedGateway))]

namespace Arena.Web.Tests;

/// <summary>One gateway for all tests that neither configure nor stop it, started by the first of them: each has authors and a game of its own.</summary>
public sealed class SharedGateway : IAsyncDisposable
{
    /// <summary>Whose pages may frame a game that is watched by its link.</summary>
    public static readonly string FramingOrigin = $"http://localhost:{FreePorts.Next()}";

    /// <summary>Limits for one network are for as many tests as run in a minute.</summary>
    private static readonly Dictionary<string, string> Settings = new[]
    {
        "Arena:Quizzes:RequestsPerMinute", "Arena:Quizzes:SignInsPerMinute", "Arena:Quizzes:NewAuthorsPerMinute",
        "Arena:Gateway:LaunchesPerMinute", "Arena:Gateway:MaxGuestSessionsPerAddress", "Arena:Gateway:CodeMissBurst",
        "Arena:Gateway:MaxConnectionsPerAddress", "Arena:Accounts:AttemptsPerMinute",
    }.ToDictionary(key => key, _ => "10000").Append(new("Arena:Gateway:FrameOrigins:0", FramingOrigin)).ToDictionary();

    private readonly Lazy<Task<ArenaProcess>> _process =
        new(() => ArenaProcess.StartAsync(Directory.CreateTempSubdirectory("arena-web-").FullName, Settings));

    public Task<ArenaProcess> StartedAsync() => _process.Value;

    public async ValueTask DisposeAsync()
    {
        if (!_process.IsValueCreated)
            return;
        var arena = await _process.Value;
        await arena.DisposeAsync();
        Directory.Delete(arena.Folder, recursive: true);
    }
}
