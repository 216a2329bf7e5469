using System.Net;
using Arena.Gateway.Configuration;
using Arena.Gateway.Tests.Play;
using Arena.TestKit.Processes;

namespace Arena.Gateway.Tests.Security;

/// <summary>A page whose name DNS binds to this gateway (DNS rebinding) is of the same origin to a browser: only the Host header shows it.</summary>
public sealed class AllowedHostsTests
{
    private const string Foreign = "evil.example";
    private static readonly string[] Paths = ["/", "/j/K7P2XQ", "/hubs/game", "/api/schemas/quiz.json", "/healthz/live", "/openapi/v1.json", "/robots.txt"];

    [Fact]
    [Asvs("4.1.3", "4.4.2")]
    public async Task With_a_public_url_every_path_refuses_a_foreign_host()
    {
        await using var arena = new PlayHost(Settings());
        foreach (var path in Paths)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(arena, path, Foreign));
            Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(arena, path, "quiz.example.org.evil.example"));
        }
    }

    [Theory]
    [InlineData("quiz.example.org")]
    [InlineData("QUIZ.example.org:8443")]
    [InlineData("pages.example.net")]
    [InlineData("xn--bcher-kva.example")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("[::1]")]
    public async Task The_public_name_those_of_the_origins_and_this_machine_are_answered(string host)
    {
        await using var arena = new PlayHost(Settings());
        Assert.Equal(HttpStatusCode.OK, await AskAsync(arena, "/healthz/live", host));
    }

    [Fact]
    public async Task The_address_of_this_machine_in_its_network_is_answered_for_health_checks()
    {
        await using var arena = new PlayHost(Settings());
        foreach (var address in await Dns.GetHostAddressesAsync(Dns.GetHostName(), TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.OK, await AskAsync(arena, "/healthz/live", new UriBuilder("http", address.ToString()).Uri.Host));
    }

    [Fact]
    public async Task An_operator_may_name_the_hosts()
    {
        await using var arena = new PlayHost(new(Settings()) { ["AllowedHosts"] = "arena.internal;*.example.com" });
        Assert.Equal(HttpStatusCode.OK, await AskAsync(arena, "/healthz/live", "arena.internal"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(arena, "/healthz/live", "quiz.example.com"));
        Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(arena, "/healthz/live", Foreign));
    }

    [Fact]
    public async Task Without_a_public_url_no_name_is_known_and_all_are_answered()
    {
        await using var arena = new PlayHost();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(arena, "/healthz/live", "a-laptop.local"));
    }

    [Fact]
    public async Task A_refused_host_is_explained_once_and_counted()
    {
        var log = new LogDump();
        await using var arena = new PlayHost(Settings()) { Log = log };
        for (var attempt = 0; attempt < 3; attempt++)
            await AskAsync(arena, "/api/quizzes", Foreign);
        var lines = log.ToString();
        Assert.Equal(1, lines.Split($"A request for the host {Foreign} was refused").Length - 1);
        Assert.Equal(1, lines.Split("1 refused (Host, AllowedHosts) from 127.0.0.1").Length - 1);
    }

    [Theory]
    [InlineData("pages.example.net")]
    [InlineData("https://pages.example.net/")]
    [InlineData("https://pages.example.net/app")]
    public async Task An_origin_that_no_browser_sends_stops_the_start(string origin)
    {
        var folder = Directory.CreateTempSubdirectory("arena-origin-").FullName;
        try
        {
            var (exit, log) = await ArenaProcess.RefuseAsync(folder, new Dictionary<string, string> { ["Arena:Gateway:Origins:0"] = origin });
            Assert.NotEqual(0, exit);
            Assert.Contains($"Arena:Gateway:Origins has '{origin}'", log, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https:")]
    [InlineData("https://*.example.net")]
    [InlineData("https://pages.example.net/app")]
    [InlineData("https://pages.example.net; script-src *")]
    [InlineData("https://pages.example.net:443")]
    [InlineData("https://Pages.example.net")]
    [InlineData("https://bücher.example")]
    [InlineData("ftp://pages.example.net")]
    public void An_origin_that_is_none_for_a_frame_is_refused_with_key_value_and_remedy(string origin)
    {
        var options = new GatewayOptions { FrameOrigins = { origin } };
        var fault = Assert.Single(new GatewayOptionsValidator().Validate(null, options).Failures!);
        Assert.StartsWith($"Arena:Gateway:FrameOrigins has '{origin}'. Give scheme, host and port exactly", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://pages.example.net")]
    [InlineData("https://pages.example.net:8443")]
    [InlineData("http://10.0.0.5:8080")]
    [InlineData("https://xn--bcher-kva.example")]
    public void An_exact_origin_may_frame(string origin) =>
        Assert.True(new GatewayOptionsValidator().Validate(null, new() { FrameOrigins = { origin } }).Succeeded);

    private static Dictionary<string, string> Settings() => new()
    {
        ["Arena:Gateway:PublicUrl"] = "https://quiz.example.org",
        ["Arena:Gateway:Origins:0"] = "https://pages.example.net:8443",
        ["Arena:Gateway:Origins:1"] = "https://bücher.example",
    };

    private static async Task<HttpStatusCode> AskAsync(PlayHost arena, string path, string host)
    {
        using var http = new HttpClient { BaseAddress = arena.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
