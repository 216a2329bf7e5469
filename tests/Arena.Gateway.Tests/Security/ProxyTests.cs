using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Proxies;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.TestKit.Clients;
using Arena.TestKit.Processes;

namespace Arena.Gateway.Tests.Security;

/// <summary>Arena behind a proxy that ends TLS: browsers are at https://quiz.example.org, and requests arrive as plain http.</summary>
public sealed class ProxyTests
{
    private const string Public = "https://quiz.example.org";

    private static readonly (string, string)[] AllHeaders =
        [("Host", "quiz.example.org"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9")];

    private static readonly (string, string)[] HostAlone = [("Host", "quiz.example.org")];

    private static readonly (string, string)[] NoHost = [("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9")];

    public static TheoryData<string, string> Proxies => new()
    {
        { nameof(AllHeaders), "PublicUrl" }, { nameof(AllHeaders), "KnownProxies" }, { nameof(AllHeaders), "both" },
        { nameof(HostAlone), "PublicUrl" }, { nameof(HostAlone), "both" },
        { nameof(NoHost), "PublicUrl" }, { nameof(NoHost), "both" },
    };

    [Theory]
    [MemberData(nameof(Proxies))]
    public async Task A_game_behind_a_proxy_can_be_launched_joined_and_signed_up_for(string proxy, string configured)
    {
        var headers = proxy switch { nameof(AllHeaders) => AllHeaders, nameof(HostAlone) => HostAlone, _ => NoHost };
        await using var arena = new PlayHost(Settings(configured));
        var api = await arena.ApiAsync();
        foreach (var (name, value) in headers)
            api.Http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        var launched = await LaunchAsync(api);

        Assert.StartsWith($"{Public}/j/", launched.GetProperty("joinUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await OpenHubAsync(arena, [.. headers, ("Origin", Public)]));
        Assert.Equal(HttpStatusCode.Created, await SignUpAsync(arena, [.. headers, ("Origin", Public)]));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenHubAsync(arena, [.. headers, ("Origin", "https://evil.example")]));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenHubAsync(arena, [.. headers, ("Origin", Public + ".evil.example")]));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenHubAsync(arena, [.. headers, ("Origin", Public + ":8443")]));
    }

    [Fact]
    [Asvs("4.1.3", "15.3.4")]
    public async Task A_proxy_that_is_not_known_is_not_believed_and_is_reported_in_one_line()
    {
        var log = new LogDump();
        await using var arena = new PlayHost(new() { ["Arena:Gateway:KnownProxies:0"] = "192.0.2.0/24" }) { Log = log };
        for (var attempt = 0; attempt < 3; attempt++)
            Assert.Equal(HttpStatusCode.Forbidden, await OpenHubAsync(arena, [.. AllHeaders, ("Origin", Public)]));

        Assert.Equal(1, Count(log, "is not a known proxy"));
        Assert.Equal(1, Count(log, $"A page of the origin {Public} was refused, because this gateway is reached as http://quiz.example.org"));
    }

    [Fact]
    public async Task A_visitor_of_an_unknown_proxy_on_this_machine_is_not_taken_for_the_machine_itself()
    {
        await using var arena = new PlayHost();
        Assert.Equal(HttpStatusCode.Created, await SignUpAsync(arena, []));
        Assert.Equal(HttpStatusCode.Forbidden, await SignUpAsync(arena, [("X-Forwarded-For", "203.0.113.9")]));
        Assert.Equal(HttpStatusCode.Forbidden, await SignUpAsync(arena, [("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Proto", "https")]));
    }

    [Fact]
    [Asvs("4.1.3", "15.3.4")]
    public async Task Visitors_of_a_known_proxy_have_addresses_of_their_own_which_they_cannot_choose()
    {
        await using var arena = new PlayHost(Settings("both").Append(new("Arena:Gateway:LaunchesPerMinute", "1")).ToDictionary());
        var api = await arena.ApiAsync();
        var quiz = await api.CreateQuizAsync(1);
        async Task<HttpStatusCode> LaunchFromAsync(string forwardedFor)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sessions") { Content = JsonContent.Create(new { quizId = quiz }) };
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
            using var response = await api.Http.SendAsync(request);
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Created, await LaunchFromAsync("203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LaunchFromAsync("203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LaunchFromAsync("198.51.100.7, 203.0.113.1"));
        Assert.Equal(HttpStatusCode.Created, await LaunchFromAsync("203.0.113.2"));
    }

    [Fact]
    public async Task A_proxy_that_hides_its_visitors_is_reported_at_start_and_by_the_first_request()
    {
        var log = new LogDump();
        await using var arena = new PlayHost(Settings("PublicUrl")) { Log = log };
        _ = arena.Address;
        Assert.Equal(1, Count(log, "it knows no proxy"));
        await OpenHubAsync(arena, [.. HostAlone, ("Origin", Public)]);
        await OpenHubAsync(arena, [.. HostAlone, ("Origin", Public)]);
        Assert.Equal(1, Count(log, "requests for it arrive as http"));
    }

    [Fact]
    public async Task A_request_without_a_Host_header_is_answered_with_a_link_that_can_be_followed()
    {
        await using var arena = new PlayHost();
        var api = await arena.ApiAsync();
        var body = JsonSerializer.Serialize(new { quizId = await api.CreateQuizAsync(1) });
        using var socket = new TcpClient();
        await socket.ConnectAsync(arena.Address.Host, arena.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /api/sessions HTTP/1.0\r\nAuthorization: {api.Http.DefaultRequestHeaders.Authorization}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"http://127.0.0.1:{arena.Address.Port}/j/", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Arena:Gateway:PublicUrl", "https://quiz.example.org/arena", "Give scheme and host")]
    [InlineData("Arena:Gateway:PublicUrl", "quiz.example.org", "Give scheme and host")]
    [InlineData("Arena:Gateway:KnownProxies:0", "nginx", "Give an address")]
    public async Task An_invalid_setting_stops_the_start(string key, string value, string remedy)
    {
        var folder = Directory.CreateTempSubdirectory("arena-proxy-").FullName;
        try
        {
            var (exit, log) = await ArenaProcess.RefuseAsync(folder, new Dictionary<string, string> { [key] = value });
            Assert.NotEqual(0, exit);
            Assert.Contains(remedy, log, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("https://quiz.example.org:443/", "https://quiz.example.org")]
    [InlineData("http://quiz.example.org:8080", "http://quiz.example.org:8080")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080")]
    public void The_public_origin_is_written_as_browsers_write_it(string url, string origin) =>
        Assert.Equal(origin, PublicOrigin.Of(new() { PublicUrl = new(url) }));

    private static Dictionary<string, string> Settings(string configured)
    {
        var settings = new Dictionary<string, string>();
        if (configured is "PublicUrl" or "both")
            settings.Add("Arena:Gateway:PublicUrl", Public);
        if (configured is "KnownProxies" or "both")
            settings.Add("Arena:Gateway:KnownProxies:0", "127.0.0.1");
        return settings;
    }

    private static int Count(LogDump log, string text) => log.ToString().Split(text).Length - 1;

    private static async Task<JsonElement> LaunchAsync(ArenaApi api)
    {
        using var response = await api.Http.PostAsJsonAsync("/api/sessions", new { quizId = await api.CreateQuizAsync(1) });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpStatusCode> OpenHubAsync(PlayHost arena, (string Name, string Value)[] headers)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        try
        {
            await socket.ConnectAsync(new UriBuilder(arena.Address) { Scheme = "ws", Path = "/hubs/game" }.Uri, TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }
        return socket.HttpStatusCode;
    }

    private static async Task<HttpStatusCode> SignUpAsync(PlayHost arena, (string Name, string Value)[] headers)
    {
        using var http = new HttpClient { BaseAddress = arena.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account")
        {
            Content = JsonContent.Create(new { name = $"teacher{Guid.NewGuid():N}"[..20], password = Browser.Password }),
        };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
