using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>What operators were promised to see.</summary>
public sealed class TelemetryTests : IAsyncDisposable
{
    /// <summary>Calls of grains carry the trace only where telemetry is exported; here it is not.</summary>
    private readonly PlayHost _arena = new(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9" });

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task One_trace_goes_from_the_join_to_the_answer_and_into_the_grains()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Arena.Gateway" or "Microsoft.Orleans.Application",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        await table.RevealAsync(0);

        // Other games of this process may be recorded too: one complete trace is enough.
        Assert.Contains(ended, answer => answer.OperationName == "arena.answer"
            && ended.Any(join => join.OperationName == "arena.join" && join.TraceId == answer.TraceId && join.SpanId == answer.ParentSpanId)
            && ended.Any(span => span.Source.Name == "Microsoft.Orleans.Application" && span.TraceId == answer.TraceId
                && span.OperationName.Contains("Answer", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_promised_instruments_are_there_and_carry_no_player_or_session()
    {
        var seen = new ConcurrentDictionary<string, string?>();
        var labels = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name.StartsWith("Arena.", StringComparison.Ordinal))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        await table.RevealAsync(0);

        Assert.Equal("s", seen["answer_latency"]);
        Assert.Equal("s", seen["scoring_duration"]);
        Assert.Contains("ws_active_connections", seen.Keys);
        Assert.DoesNotContain(labels, label => label.Contains(table.Code, StringComparison.Ordinal) || label.Contains("Ann", StringComparison.Ordinal));

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            seen[instrument.Name] = instrument.Unit;
            foreach (var tag in tags)
                labels.Enqueue($"{tag.Key}={tag.Value}");
        }
    }

    [Theory]
    [InlineData("/healthz/live", HttpStatusCode.OK)]
    [InlineData("/healthz/ready", HttpStatusCode.OK)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("/hubs/nothing", HttpStatusCode.NotFound)]
    public async Task Health_is_reported_and_unknown_program_paths_are_not_pages(string path, HttpStatusCode status)
    {
        using var http = new HttpClient { BaseAddress = _arena.Address };
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_session_of_someone_elses_quiz_cannot_be_launched()
    {
        var mine = await _arena.ApiAsync();
        var other = await _arena.ApiAsync();
        var quiz = await mine.CreateQuizAsync(1);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => other.LaunchAsync(quiz));
        Assert.Contains("unknownQuiz", refused.Message, StringComparison.Ordinal);

        var outOfRange = await Assert.ThrowsAsync<HttpRequestException>(() => mine.LaunchAsync(quiz, new { maxPlayers = 0 }));
        Assert.Contains("outOfRange", outOfRange.Message, StringComparison.Ordinal);
        var malformed = await Assert.ThrowsAsync<HttpRequestException>(() => mine.LaunchAsync(quiz, new { maxPlayers = "many" }));
        Assert.Contains("invalidMessage", malformed.Message, StringComparison.Ordinal);
    }
}
