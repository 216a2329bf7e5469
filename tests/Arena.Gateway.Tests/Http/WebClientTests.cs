using System.Net;
using System.Net.Http.Headers;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Arena.Gateway.Tests.Http;

/// <summary>How the files of the web client are sent.</summary>
public sealed class WebClientTests
{
    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("deflate", null)]
    [InlineData(null, null)]
    public async Task A_file_is_sent_as_the_best_twin_that_the_browser_takes(string? accepts, string? encoding)
    {
        await using var site = await Site.StartAsync();
        using var response = await site.GetAsync("/_app/immutable/app.js", accepts);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(encoding ?? "plain", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(encoding is null ? [] : [encoding], response.Content.Headers.ContentEncoding);
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_file_without_precompressed_assets_is_sent_uncompressed_and_revalidated()
    {
        await using var site = await Site.StartAsync();
        using var response = await site.GetAsync("/manifest.webmanifest", "br");
        Assert.Equal("{}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal("application/manifest+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    [Asvs("13.4.1", "13.4.2", "13.4.3")]
    public async Task A_client_path_answers_the_page_and_an_unknown_file_or_call_answers_404()
    {
        await using var site = await Site.StartAsync();
        using var page = await site.GetAsync("/j/K7P2XQ", "br");
        Assert.Equal(Site.Page, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var path in (string[])["/unknown.js", "/api/unknown", "/hubs/unknown"])
        {
            using var nothing = await site.GetAsync(path, "br");
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        }
    }

    [Theory]
    [InlineData("/", false)]
    [InlineData("/j/K7P2XQ", false)]
    [InlineData("/", true)]
    [InlineData("/index.html", false)]
    [InlineData("/index.html", true)]
    [Asvs("3.4.3", "3.4.6")]
    public async Task A_page_has_its_policy_as_a_header_also_when_the_browser_has_it_already(string path, bool again)
    {
        await using var site = await Site.StartAsync();
        using var first = await site.GetAsync(path, null);
        using var response = again ? await site.GetAsync(path, null, first.Headers.ETag) : first;
        Assert.Equal(again ? HttpStatusCode.NotModified : HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            "default-src 'self'; script-src 'self' 'sha256-x+y='; frame-ancestors 'self'; report-uri /api/reports/csp; report-to csp",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("csp=\"/api/reports/csp\"", Assert.Single(response.Headers.GetValues("Reporting-Endpoints")));
    }

    [Theory]
    [InlineData("/s/token", "'self' https://pages.example.org http://10.0.0.5:8080")]
    [InlineData("/", "'self'")]
    [InlineData("/index.html", "'self'")]
    [InlineData("/host/K7P2XQ", "'self'")]
    [InlineData("/s", "'self'")]
    public async Task Only_the_page_of_a_screen_link_may_be_framed_by_the_configured_origins(string path, string ancestors)
    {
        await using var site = await Site.StartAsync(framedBy: ["https://pages.example.org", "http://10.0.0.5:8080"]);
        using var response = await site.GetAsync(path, null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains($"; frame-ancestors {ancestors}; ", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/j/K7P2XQ")]
    public async Task A_page_names_the_network_of_media_and_its_policies_allow_it(string path)
    {
        await using var site = await Site.StartAsync("https://cdn.example.org");
        using var response = await site.GetAsync(path, "br");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        const string Policy = "default-src 'self'; script-src 'self' 'sha256-x+y='; img-src 'self' data: https://cdn.example.org; "
            + "media-src 'self' https://cdn.example.org; connect-src 'self' https://cdn.example.org";
        Assert.Equal($"<meta http-equiv=\"content-security-policy\" content=\"{Policy}\"><meta name=\"arena-media\" content=\"https://cdn.example.org\">", page);
        Assert.StartsWith(Policy + "; frame-ancestors", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_build_has_its_own_policy()
    {
        await using var site = await Site.StartAsync();
        using var before = await site.GetAsync("/j/K7P2XQ", null);
        site.Rebuild();
        using var after = await site.GetAsync("/j/K7P2XQ", null);
        Assert.StartsWith("script-src 'sha256-z'; ", Assert.Single(after.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private sealed class Site(WebApplication app, DirectoryInfo folder) : IAsyncDisposable
    {
        public const string Page = """<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' &#39;sha256-x+y=&#39;">""";

        private readonly HttpClient _http = new() { BaseAddress = new(app.Urls.Single()) };

        public static async Task<Site> StartAsync(string? cdn = null, IEnumerable<string>? framedBy = null)
        {
            var folder = Directory.CreateTempSubdirectory("arena-files-");
            Write("index.html", Page);
            Write("manifest.webmanifest", "{}");
            Write("_app/immutable/app.js", "plain");
            Write("_app/immutable/app.js.br", "br");
            Write("_app/immutable/app.js.gz", "gzip");
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { WebRootPath = folder.FullName });
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(new MediaOrigin(cdn));
            builder.Services.AddSingleton(new FrameOrigins([.. framedBy ?? []]));
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.UseWebClient();
            app.MapWebClient();
            await app.StartAsync();
            return new(app, folder);

            void Write(string file, string text)
            {
                var path = Path.Combine(folder.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }
        }

        public void Rebuild()
        {
            var page = Path.Combine(folder.FullName, "index.html");
            var before = File.GetLastWriteTimeUtc(page);
            File.WriteAllText(page, """<meta http-equiv="content-security-policy" content="script-src 'sha256-z'">""");
            File.SetLastWriteTimeUtc(page, before.AddSeconds(2));
        }

        public async Task<HttpResponseMessage> GetAsync(string path, string? accepts, EntityTagHeaderValue? known = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (known is not null)
                request.Headers.IfNoneMatch.Add(known);
            foreach (var encoding in (accepts ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries))
                request.Headers.AcceptEncoding.Add(StringWithQualityHeaderValue.Parse(encoding));
            return await _http.SendAsync(request);
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await app.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
