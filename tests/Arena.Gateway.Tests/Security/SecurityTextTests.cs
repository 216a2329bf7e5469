using System.Globalization;
using System.Net;
using Arena.Gateway.Tests.Play;
using Arena.TestKit.Processes;

namespace Arena.Gateway.Tests.Security;

/// <summary>security.txt says where to report a weakness (RFC 9116).</summary>
public sealed class SecurityTextTests
{
    private const string Path = "/.well-known/security.txt";

    [Fact]
    public async Task The_contact_is_published_with_a_date_within_a_year_at_which_it_expires()
    {
        await using var arena = new PlayHost(new()
        {
            ["Arena:Gateway:SecurityContact"] = "mailto:security@example.org",
            ["Arena:Gateway:PublicUrl"] = "https://quiz.example.org",
        });
        using var http = new HttpClient { BaseAddress = arena.Address };
        using var answer = await http.GetAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Contact: mailto:security@example.org", lines[0]);
        Assert.Equal("Preferred-Languages: en, fr", lines[2]);
        Assert.Equal($"Canonical: https://quiz.example.org{Path}", lines[3]);
        var expires = DateTimeOffset.ParseExact(lines[1], "'Expires: 'yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.InRange(expires - arena.Time.GetUtcNow(), TimeSpan.FromDays(179), TimeSpan.FromDays(180));
    }

    [Fact]
    public async Task Without_a_contact_there_is_no_such_file()
    {
        await using var arena = new PlayHost();
        using var http = new HttpClient { BaseAddress = arena.Address };
        using var answer = await http.GetAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("security@example.org")]
    [InlineData("http://example.org/security")]
    public async Task A_contact_that_the_standard_does_not_permit_stops_the_start(string contact)
    {
        var folder = Directory.CreateTempSubdirectory("arena-contact-").FullName;
        try
        {
            var (exit, log) = await ArenaProcess.RefuseAsync(folder, new Dictionary<string, string> { ["Arena:Gateway:SecurityContact"] = contact });
            Assert.NotEqual(0, exit);
            Assert.Contains("Give mailto:security@example.org", log, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
