using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Arena.Gateway.Tests.Play;

/// <summary>The hub without WebSockets: the same methods over plain requests.</summary>
public sealed class FallbackTests : IAsyncDisposable
{
    private const string Separator = "\u001e";

    private readonly PlayHost _arena = new();

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task A_player_joins_and_answers_by_polling_and_is_stamped_when_the_request_arrives()
    {
        await using var table = await _arena.OpenTableAsync();
        using var http = new HttpClient { BaseAddress = _arena.Address };
        var hub = await NegotiateAsync(http);
        Assert.Equal("", await PollAsync(http, hub));
        await SendAsync(http, hub, """{"protocol":"json","version":1}""");
        Assert.Equal("{}" + Separator, await PollAsync(http, hub));
        await SendAsync(http, hub, Call("1", "Join", new { code = table.Code, nickname = "Ann", operationId = Guid.NewGuid() }));
        Assert.NotEqual(JsonValueKind.Undefined, (await ResultAsync(http, hub, "1")).GetProperty("value").ValueKind);

        await table.OpenAsync(0);
        await SendAsync(http, hub, Call("2", "Answer", new { round = 0, answer = new { kind = "choice", option = 0 }, operationId = Guid.NewGuid() }));
        Assert.Equal(0, (await ResultAsync(http, hub, "2")).GetProperty("value").GetProperty("answer").GetProperty("option").GetInt32());
        await table.ConnectedAsync(1);
    }

    [Fact]
    public async Task A_server_sent_event_stream_carries_what_the_hub_says()
    {
        using var http = new HttpClient { BaseAddress = _arena.Address };
        var hub = await NegotiateAsync(http);
        using var request = new HttpRequestMessage(HttpMethod.Get, hub);
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var events = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", events.Content.Headers.ContentType?.MediaType);
        await SendAsync(http, hub, """{"protocol":"json","version":1}""");
        await SendAsync(http, hub, Call("1", "Find", "0000ZZ"));
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        string? line;
        do
            line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.Contains("unknownSession", StringComparison.Ordinal));
        Assert.NotNull(line);
    }

    [Fact]
    public async Task Pages_of_other_origins_and_messages_that_are_too_long_are_refused_on_every_route_of_the_hub()
    {
        using var http = new HttpClient { BaseAddress = _arena.Address };
        var hub = await NegotiateAsync(http);
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Post, "/hubs/game/negotiate?negotiateVersion=1"), (HttpMethod.Get, hub), (HttpMethod.Post, hub)])
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Add("Origin", "https://evil.example");
            using var refused = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        using var tooLong = await http.PostAsync(new Uri(hub, UriKind.Relative), new ByteArrayContent(new byte[256 * 1024]), TestContext.Current.CancellationToken);
        Assert.False(tooLong.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_message_rate_holds_for_polling_as_well()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:MessageBurst"] = "2", ["Arena:Gateway:MessagesPerSecond"] = "1" });
        using var http = new HttpClient { BaseAddress = arena.Address };
        var hub = await NegotiateAsync(http);
        Assert.Equal("", await PollAsync(http, hub));
        await SendAsync(http, hub, """{"protocol":"json","version":1}""");
        await PollAsync(http, hub);
        await SendAsync(http, hub, string.Join(Separator, Enumerable.Range(1, 5).Select(number => Call($"{number}", "Clock"))));
        Assert.Equal("tooFast", (await ResultAsync(http, hub, "5")).GetProperty("refusal").GetProperty("code").GetString());
    }

    private static string Call(string invocationId, string target, params object[] arguments) =>
        JsonSerializer.Serialize(new { type = 1, invocationId, target, arguments }, JsonSerializerOptions.Web);

    private static async Task<string> NegotiateAsync(HttpClient http)
    {
        using var negotiated = await http.PostAsync(new Uri("/hubs/game/negotiate?negotiateVersion=1", UriKind.Relative), null);
        var reply = await negotiated.Content.ReadFromJsonAsync<JsonElement>();
        return $"/hubs/game?id={reply.GetProperty("connectionToken").GetString()}";
    }

    private static async Task SendAsync(HttpClient http, string hub, string messages)
    {
        using var sent = await http.PostAsync(new Uri(hub, UriKind.Relative), new StringContent(messages + Separator, Encoding.UTF8, "text/plain"));
        sent.EnsureSuccessStatusCode();
    }

    private static Task<string> PollAsync(HttpClient http, string hub) => http.GetStringAsync(new Uri(hub, UriKind.Relative));

    private static async Task<JsonElement> ResultAsync(HttpClient http, string hub, string invocationId)
    {
        while (true)
        {
            foreach (var message in (await PollAsync(http, hub)).Split(Separator, StringSplitOptions.RemoveEmptyEntries))
            {
                var frame = JsonDocument.Parse(message).RootElement;
                if (frame.TryGetProperty("invocationId", out var id) && id.GetString() == invocationId)
                    return frame.GetProperty("result");
            }
        }
    }
}
