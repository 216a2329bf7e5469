using System.Net;
using System.Text;
using Arena.Gateway.Tests.Play;

namespace Arena.Gateway.Tests.Security;

/// <summary>Browsers report what a page's policy has forbidden, and anyone can write such a report.</summary>
public sealed class PolicyReportTests
{
    private const string Secret = "arena_secret-of-the-fragment";

    private const string Old =
        $$$"""
        {"csp-report":{"document-uri":"https://quiz.example.org/host/K7P2XQ/remote#key={{{Secret}}}","effective-directive":"script-src-elem",
        "blocked-uri":"https://evil.example/{{{Secret}}}.js","script-sample":"{{{Secret}}}"}}
        """;

    private const string New =
        $$$"""
        [{"type":"csp-violation","url":"https://quiz.example.org/j/K7P2XQ?{{{Secret}}}","body":{"effectiveDirective":"require-trusted-types-for",
        "blockedURL":"trusted-types-sink","sample":"{{{Secret}}}"}},
        {"type":"csp-violation","body":{"effectiveDirective":"img-src","blockedURL":"OWN{{{Secret}}}.png"}},
        {"type":"csp-violation","body":{"effectiveDirective":"{{{Secret}}}","blockedURL":"{{{Secret}}}:x"}},
        {"type":"deprecation","body":7}]
        """;

    [Fact]
    public async Task A_violation_is_an_event_without_an_address_or_a_sample()
    {
        var log = new LogDump();
        await using var arena = new PlayHost { Log = log };
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(arena, "application/csp-report", Old));
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(arena, "application/reports+json", New.Replace("OWN", arena.Address.ToString(), StringComparison.Ordinal)));

        var lines = log.ToString();
        foreach (var violation in (string[])["script-src-elem elsewhere", "require-trusted-types-for trusted-types-sink", "img-src own", "other other"])
            Assert.Contains($"1 refused (PagePolicy, {violation}) from 127.0.0.1", lines, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, lines, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("7", HttpStatusCode.NoContent)]
    [InlineData("[[],7,null,{}]", HttpStatusCode.NoContent)]
    [InlineData("""{"csp-report":{"effective-directive":7,"blocked-uri":[]}}""", HttpStatusCode.NoContent)]
    public async Task An_invalid_report_is_ignored_or_refused(string body, HttpStatusCode status)
    {
        await using var arena = new PlayHost();
        Assert.Equal(status, await ReportAsync(arena, "application/csp-report", body));
    }

    [Fact]
    public async Task Reports_are_bounded_in_size_and_number()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:PolicyReportsPerMinute"] = "2" });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await ReportAsync(arena, "application/csp-report", new string(' ', 16 * 1024) + Old));
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(arena, "application/csp-report", Old));
        Assert.Equal(HttpStatusCode.TooManyRequests, await ReportAsync(arena, "application/csp-report", Old));
    }

    private static async Task<HttpStatusCode> ReportAsync(PlayHost arena, string type, string body)
    {
        using var http = new HttpClient { BaseAddress = arena.Address };
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new(type);
        using var answer = await http.PostAsync(new Uri("/api/reports/csp", UriKind.Relative), content);
        return answer.StatusCode;
    }
}
