using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Arena.Gateway.Tests.Play;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Http;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Every_rate_limited_route_refuses_excess_requests_with_tooFast_and_a_retry_delay()
    {
        await using var arena = new PlayHost(new()
        {
            ["Arena:Gateway:LaunchesPerMinute"] = "1",
            ["Arena:Gateway:PolicyReportsPerMinute"] = "1",
            ["Arena:Quizzes:RequestsPerMinute"] = "1",
            ["Arena:Quizzes:SignInsPerMinute"] = "1",
            ["Arena:Quizzes:NewAuthorsPerMinute"] = "1",
        });
        using var http = new HttpClient { BaseAddress = arena.Address };
        var limited = arena.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null)
            .ToList();
        Assert.True(limited.Select(route => route.Metadata.GetMetadata<EnableRateLimitingAttribute>()!.PolicyName).Distinct().Count() >= 2);
        foreach (var route in limited)
        {
            using var use = await SendAsync(http, route);
            using var refused = await SendAsync(http, route);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            Assert.Equal("tooFast", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, RouteEndpoint route)
    {
        var method = route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
        var path = string.Join('/', route.RoutePattern.PathSegments.Select(segment => segment.Parts[0] switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content is "long" or "int") => "0",
            _ => $"{Guid.Empty}",
        }));
        using var request = new HttpRequestMessage(new HttpMethod(method), "/" + path);
        if (method is "POST" or "PUT")
            request.Content = JsonContent.Create(new { });
        return await http.SendAsync(request);
    }
}
