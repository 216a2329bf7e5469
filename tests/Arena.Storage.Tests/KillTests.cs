using System.Diagnostics;
using System.Globalization;
using Arena.Storage.Tests.Support;

namespace Arena.Storage.Tests;

/// <summary>A process that appends is killed; everything it had acknowledged must be there, and nothing torn. On every database.</summary>
public abstract class KillTests
{
    private const int Sessions = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(5_000)]
    public async Task Acknowledged_events_survive_a_kill(int acknowledgements)
    {
        await using var database = await NewDatabaseAsync();
        var acknowledged = await AppendAndKillAsync(database, acknowledgements);

        await using var storage = await TestStorage.StartAsync(database);

        foreach (var (code, version) in acknowledged)
        {
            var opened = await storage.Journal.OpenedAsync(code);
            Assert.InRange(opened.Version, version, long.MaxValue);
            Assert.Equal(
                Enumerable.Range(1, (int)opened.Version).Select(each => each.ToString(CultureInfo.InvariantCulture)),
                opened.Entries.Select(entry => entry.PayloadJson));
        }
    }

    protected abstract Task<TestDatabase> NewDatabaseAsync();

    /// <returns>The last acknowledged version of each session that had one.</returns>
    private static async Task<Dictionary<string, long>> AppendAndKillAsync(TestDatabase database, int acknowledgements)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Arena.Storage.Load.dll"));
        start.ArgumentList.Add("--mode=append");
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--appenders={Sessions}"));
        foreach (var (key, value) in database.Settings)
            start.ArgumentList.Add($"--{key}={value}");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();

        var acknowledged = new Dictionary<string, long>();
        var lines = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // A version that the kill cut short is smaller than the real one, which asks less of the test and never too much.
            if (line.Split(' ') is [{ Length: 6 } code, { Length: > 0 } version])
                acknowledged[code] = long.Parse(version, CultureInfo.InvariantCulture);
            if (++lines == acknowledgements)
                process.Kill();
        }
        await process.WaitForExitAsync();
        Assert.True(lines >= acknowledgements, await errors);
        return acknowledged;
    }
}
