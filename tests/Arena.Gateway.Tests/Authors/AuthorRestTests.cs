using System.Net.Http.Headers;
using System.Text.Json;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Authors;

public sealed class AuthorRestTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("garbage")]
    public async Task Quizzes_are_for_authors(string? token)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient stranger = host.Stranger();
        if (token is not null)
            stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal("invalidToken", (await stranger.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 401)).Code());
        Assert.Equal("invalidToken", (await stranger.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import", "{", 401)).Code());
    }

    [Theory]
    [InlineData("""{"refreshToken":"garbage"}""", 401, "invalidToken")]
    [InlineData("""{"refreshToken":null}""", 401, "invalidToken")]
    [InlineData("{}", 401, "invalidToken")]
    [InlineData("""{"refreshToken":7}""", 400, "invalidMessage")]
    [InlineData("{", 400, "invalidMessage")]
    [InlineData("null", 400, "invalidMessage")]
    public async Task An_invalid_refresh_token_is_refused(string body, int status, string code)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient client = host.Stranger();
        Assert.Equal(code, (await client.SendJsonAsync(HttpMethod.Post, "/api/authors/refresh", body, status)).Code());
    }

    [Fact]
    public async Task A_refresh_request_of_any_length_is_not_read()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient client = host.Stranger();
        string body = $$"""{"refreshToken":"{{new string('x', 20_000)}}"}""";
        Assert.Equal("outOfRange", (await client.SendJsonAsync(HttpMethod.Post, "/api/authors/refresh", body, 413)).Code());
    }

    [Fact]
    public async Task An_address_that_asks_too_often_has_to_wait()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(("Arena:Quizzes:NewAuthorsPerMinute", "2"));
        using HttpClient client = host.Stranger();
        await client.SendJsonAsync(HttpMethod.Post, "/api/authors", null, 200);
        await client.SendJsonAsync(HttpMethod.Post, "/api/authors", null, 200);
        using HttpResponseMessage refused = await client.SendAsync(HttpMethod.Post, "/api/authors", null);
        Assert.Equal("tooFast", JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.Code());
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }
}
