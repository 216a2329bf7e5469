using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Arena.Gateway.Refusals;
using Arena.Gateway.Tests.Play;
using Arena.TestKit.VirtualTime;
using Microsoft.Extensions.Logging;

namespace Arena.Gateway.Tests.Security;

/// <summary>An attack leaves a trace, and does not flood the log.</summary>
public sealed class RefusalLogTests : IDisposable
{
    private readonly Recorder _log = new();
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void The_first_refusal_is_a_line_at_once_and_those_of_the_next_minute_are_one()
    {
        using var log = new RefusalLog(_time, _log);
        for (var call = 0; call < 1_000; call++)
            log.Refused(RefusalKind.RequestRate, "authoring", "10.0.0.1");
        log.Refused(RefusalKind.JoinCodes, "Find", "10.0.0.1");
        Assert.Equal([Line(260, 1, "RequestRate, authoring", "10.0.0.1"), Line(262, 1, "JoinCodes, Find", "10.0.0.1")], _log.Taken());

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([Line(260, 999, "RequestRate, authoring", "10.0.0.1")], _log.Taken());

        // It ends, and begins again.
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty(_log.Taken());
        log.Refused(RefusalKind.RequestRate, "authoring", "10.0.0.1");
        Assert.Equal([Line(260, 1, "RequestRate, authoring", "10.0.0.1")], _log.Taken());
    }

    [Fact]
    public void Many_networks_share_a_line()
    {
        using var log = new RefusalLog(_time, _log);
        for (var network = 0; network < 20_000; network++)
            log.Refused(RefusalKind.Token, "Attach", $"network {network}");
        Assert.InRange(_log.Taken().Count, RefusalLog.MaxLines, RefusalLog.MaxLines + 1);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([Line(265, 20_000 - RefusalLog.MaxLines - 1, "Token, Attach", "other networks")], _log.Taken());
    }

    [Fact]
    [Asvs("16.3.3")]
    public async Task Refusals_of_every_kind_and_feature_are_logged()
    {
        await using var arena = new PlayHost(new()
        {
            ["Arena:Quizzes:NewAuthorsPerMinute"] = "20",
            ["Arena:Gateway:MaxRefusedMessages"] = "1",
            ["Arena:Gateway:CodeMissBurst"] = "1",
            ["Arena:Gateway:CodeMissesPerMinute"] = "1",
        })
        { Log = _log };
        await using var table = await arena.OpenTableAsync();
        using var http = new HttpClient { BaseAddress = arena.Address };

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/authors");
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        using (var refused = await http.SendAsync(foreign))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/api/quizzes");
        forged.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "arena_0000");
        using (var refused = await http.SendAsync(forged))
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        for (var call = 0; call < 20; call++)
            (await http.PostAsync(new Uri("/api/authors", UriKind.Relative), null)).Dispose();
        var guesser = await table.ConnectAsync();
        Assert.Equal("invalidToken", (await guesser.CallAsync("Attach", new { hostKey = "nothing" })).Refusal);
        while ((await guesser.CallAsync("Find", "0000ZZ")).Refusal != "tooFast")
            continue;
        var flooding = await table.ConnectAsync();
        for (var call = 0; call < 2; call++)
            await flooding.SendRawAsync("""{"type":1,"target":"NoSuchMethod","arguments":[]}""");
        await flooding.Closed;

        Assert.Superset(
            new HashSet<string>
            {
                "Origin, authoring", "Token, authoring", "RequestRate, authoring", "Token, Attach", "JoinCodes, Find", "CallRate, messages",
            },
            _log.Taken().Select(line => line[(line.IndexOf('(') + 1)..line.IndexOf(')')]).ToHashSet());
    }

    private static string Line(int id, int count, string what, string network) => $"{id} Security: {count} refused ({what}) from {network}";

    private sealed class Recorder : ILoggerProvider, ILogger<RefusalLog>
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public List<string> Taken()
        {
            List<string> taken = [.. _lines];
            _lines.Clear();
            return taken;
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Enum.IsDefined((RefusalKind)eventId.Id))
                _lines.Enqueue($"{eventId.Id} {formatter(state, exception)}");
        }

        public void Dispose()
        {
        }
    }

    public void Dispose() => _log.Dispose();
}
