using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Arena.Gateway.Tests.Security;

/// <summary>Keeps every log line of a host, with its values and exceptions.</summary>
internal sealed class LogDump : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public override string ToString() => string.Join('\n', _lines);

    public void Dispose()
    {
    }
}
