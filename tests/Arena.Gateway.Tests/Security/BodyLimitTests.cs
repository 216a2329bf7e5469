using System.Net;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Security;

/// <summary>Every route has a small limit for its body, unless it reads the body within a limit of its own.</summary>
public sealed class BodyLimitTests
{
    private const int Default = 64 * 1024;
    private const int LongBody = 32 * 1024 * 1024;

    /// <summary>
    /// They read quizzes, through a reader that is bounded by <c>Arena:Quizzes:MaxImportBytes</c>, or media, bounded by <c>Arena:Media</c>, or, on the
    /// hub's route, which takes any method, the messages of a browser that polls: several at once.
    /// </summary>
    private static readonly string[] Bounded =
        ["* /hubs/game", "* /hubs/game/negotiate", "POST /api/media", "POST /api/quizzes", "POST /api/quizzes/import", "POST /api/quizzes/import/preview", "PUT /api/quizzes/{id}"];

    [Fact]
    public async Task No_route_takes_more_than_the_small_default_but_those_that_read_quizzes_or_media_and_the_hub()
    {
        await using var arena = new PlayHost();
        _ = arena.Address;
        Assert.Equal(Default, arena.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize);
        var larger = arena.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } limit && limit.MaxRequestBodySize is null or > Default)
            .Select(route => $"{route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Single() ?? "*"} /{route.RoutePattern.RawText!.Trim('/')}");
        Assert.Equal(Bounded, larger.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_large_body_is_refused_before_it_is_parsed()
    {
        await using var arena = new PlayHost();
        using var http = new HttpClient { BaseAddress = arena.Address };
        var author = await http.SendJsonAsync(HttpMethod.Post, "/api/authors", null, 200);
        http.DefaultRequestHeaders.Authorization = new("Bearer", author.GetProperty("accessToken").GetString());
        var coHosts = string.Join(',', Enumerable.Repeat("\"\"", 100_000));
        using var body = new StringContent($$"""{"quizId":"{{Guid.NewGuid()}}","coHosts":[{{coHosts}}]}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/sessions", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("outOfRange", problem.Code());
    }

    [Theory]
    [InlineData("/api/sessions", 413)]
    [InlineData("/api/account", 413)]
    [InlineData("/api/nothing", 404)]
    public async Task A_caller_reads_the_refusal_of_a_body_that_is_too_long_and_not_sent_yet(string path, int status)
    {
        await using var arena = new PlayHost();
        using var http = new HttpClient { BaseAddress = arena.Address };
        var author = await http.SendJsonAsync(HttpMethod.Post, "/api/authors", null, 200);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers = { Authorization = new("Bearer", author.GetProperty("accessToken").GetString()) },
            // More than the buffers of a connection hold: its sender depends on the server reading it.
            Content = new ByteArrayContent(new byte[LongBody]) { Headers = { ContentType = new("application/json") } },
        };
        using var answer = await http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Code());
    }
}
