using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Requests as a test says them.</summary>
internal static class HttpSteps
{
    public static async Task<JsonElement> SendJsonAsync(this HttpClient client, HttpMethod method, string path, string? json, int expected, string? ifMatch = null)
    {
        using HttpResponseMessage response = await client.SendAsync(method, path, json, ifMatch);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == (int)response.StatusCode, $"{method} {path}: {(int)response.StatusCode} {body}");
        if (expected >= 400)
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return body.Length == 0 ? default : JsonDocument.Parse(body).RootElement;
    }

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, string? json, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(ifMatch == "*" ? EntityTagHeaderValue.Any : EntityTagHeaderValue.Parse(ifMatch));
        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> ImportAsync(this HttpClient client, HttpContent file, string query, int expected)
    {
        using HttpResponseMessage response = await client.PostAsync($"/api/quizzes/import{query}", file);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == (int)response.StatusCode, $"{(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    public static string Code(this JsonElement problem) => problem.GetProperty("code").GetString()!;

    public static string[] Faults(this JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("line")} {error.GetProperty("code")}")];
}
