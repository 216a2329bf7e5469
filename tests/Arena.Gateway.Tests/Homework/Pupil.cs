using System.Net.Http.Json;
using System.Text.Json;
using Arena.Gateway.Tests.Play;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Homework;

/// <summary>A player of homework without an account: a browser with a key of its own.</summary>
internal sealed class Pupil(PlayHost arena, string link, string name, Guid? key = null) : IAsyncDisposable
{
    private static readonly TimeSpan OpenLead = TimeSpan.FromMilliseconds(601);

    private readonly HttpClient _http = new() { BaseAddress = arena.Address };
    private HubClient? _hub;

    public Guid Key { get; } = key ?? Guid.NewGuid();

    public HubClient Hub => _hub!;

    /// <summary>The code of the attempt under way.</summary>
    public string Code { get; private set; } = "";

    public string SeatToken { get; private set; } = "";

    public Task<JsonElement> PageAsync() => GetAsync($"/api/homework/links/{link}", 200);

    public Task<JsonElement> ReviewAsync(int number, int expected = 200) => GetAsync($"/api/homework/links/{link}/attempts/{number}", expected);

    /// <summary>Begins an attempt or continues it, on a new connection.</summary>
    public async Task<JsonElement> StartAsync()
    {
        Take(await SendStartAsync(200));
        return await ConnectAsync();
    }

    /// <summary>The same, where it is refused.</summary>
    public async Task<string> RefusedAsync(int status) => (await SendStartAsync(status)).GetProperty("code").GetString()!;

    /// <summary>Practises a quiz.</summary>
    public async Task<JsonElement> PractiseAsync(ArenaApi author, Guid quizId)
    {
        using var response = await author.Http.PostAsJsonAsync("/api/practice", new { quizId, name });
        Take(await response.Content.ReadFromJsonAsync<JsonElement>());
        return await ConnectAsync();
    }

    public void Take(JsonElement seat) =>
        (Code, SeatToken) = (seat.GetProperty("code").GetString()!, seat.GetProperty("seatToken").GetString()!);

    public async Task<JsonElement> ConnectAsync()
    {
        await LeaveAsync();
        _hub = await arena.ConnectAsync();
        return (await _hub.ResumeAsync(SeatToken)).Accepted;
    }

    public async Task LeaveAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
        _hub = null;
    }

    /// <summary>Asks for the next question, and waits until it is open.</summary>
    public async Task NextAsync(int step, int round)
    {
        _ = (await Hub.CallAsync("Next", new { step })).Accepted;
        await OpenAsync(round);
    }

    /// <summary>Waits until a question that is shown is open.</summary>
    public async Task OpenAsync(int round)
    {
        await Hub.PhaseAsync("asking", round);
        await arena.AdvanceAsync(OpenLead);
    }

    public async Task AnswerAsync(int round, int choice) => _ = (await Hub.AnswerAsync(round, choice)).Accepted;

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        _http.Dispose();
    }

    private async Task<JsonElement> SendStartAsync(int expected)
    {
        using var response = await _http.PostAsJsonAsync($"/api/homework/links/{link}/attempts", new { name, key = Key });
        return await ReadAsync(response, expected);
    }

    private async Task<JsonElement> GetAsync(string path, int expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Arena-Player-Key", $"{Key}");
        using var response = await _http.SendAsync(request);
        return await ReadAsync(response, expected);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, int expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
