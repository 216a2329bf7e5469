using System.Net.Sockets;
using System.Text;
using Arena.Gateway.Tests.Play;
using Microsoft.Extensions.Logging;

namespace Arena.Gateway.Tests.Http;

/// <summary>A caller who hangs up in the middle of a body is no fault of the server.</summary>
public sealed class HangUpTests
{
    [Theory]
    [InlineData("POST /api/quizzes/import/preview", false)]
    [InlineData("POST /api/quizzes/import/preview", true)]
    [InlineData("POST /api/sessions", false)]
    [InlineData("POST /api/sessions", true)]
    public async Task A_body_that_breaks_off_leaves_no_error_in_the_log(string route, bool isReset)
    {
        using var log = new ErrorLines(route.Split(' ')[1]);
        await using var arena = new PlayHost(new() { ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Information" }) { Log = log };
        var api = await arena.ApiAsync();
        using (var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            await socket.ConnectAsync("127.0.0.1", arena.Address.Port, TestContext.Current.CancellationToken);
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                $"{route} HTTP/1.1\r\nHost: {arena.Address.Authority}\r\nAuthorization: {api.Http.DefaultRequestHeaders.Authorization}\r\n"
                + "Content-Type: application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n"));
            // The server says so when it has begun to read the body.
            await socket.ReceiveAsync(new byte[1_024]);
            await socket.SendAsync("{\"quizId\":"u8.ToArray());
            if (isReset)
                socket.LingerState = new(true, 0);
        }
        await log.EndedAsync();
        Assert.Empty(log.Errors);
    }

    /// <summary>Keeps the lines that report errors, and knows when the request that breaks off has ended.</summary>
    private sealed class ErrorLines(string path) : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _errors = new();
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyCollection<string> Errors => _errors;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = formatter(state, exception);
            if (logLevel >= LogLevel.Error)
                _errors.Enqueue($"{line} {exception}");
            if (line.StartsWith("Request finished", StringComparison.Ordinal) && line.Contains(path, StringComparison.Ordinal))
                _ended.TrySetResult();
        }

        public Task EndedAsync() => _ended.Task;

        public void Dispose()
        {
        }
    }
}
