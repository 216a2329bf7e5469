using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Accounts;

/// <summary>A browser as the accounts see it: it keeps cookies by their paths, and the access token of its page.</summary>
internal sealed class Browser(HttpClient http, string userAgent = "Test/1") : IDisposable
{
    public const string Password = "correct horse battery";

    private readonly Dictionary<string, (string Value, string Path)> _cookies = [];

    /// <summary>Where it says to be, for hosts that listen to that.</summary>
    public string? Address { get; init; }

    public string? AccessToken { get; set; }

    /// <summary>The whole text of the cookies that were set last, attributes included.</summary>
    public List<string> SetCookies { get; } = [];

    public string? Cookie(string name) => _cookies.TryGetValue(name, out var cookie) ? cookie.Value : null;

    public void Steal(string name, string value) => _cookies[name] = (value, "/");

    public void StealAll(Browser other)
    {
        foreach (var (name, cookie) in other._cookies)
            _cookies[name] = cookie;
    }

    public void Dispose() => http.Dispose();

    public async Task<JsonElement> RegisterAsync(string name, string password = Password, int expected = 201) =>
        Use(await SendAsync(HttpMethod.Post, "/api/account", new { name, password }, expected));

    public async Task<JsonElement> SignInAsync(string name, string password = Password, int expected = 201) =>
        Use(await SendAsync(HttpMethod.Post, "/api/account/sessions", new { name, password }, expected));

    public async Task<JsonElement> RefreshAsync(int expected = 200) =>
        Use(await SendAsync(HttpMethod.Post, "/api/account/sessions/refresh", null, expected));

    /// <summary>The tokens that sign this browser in.</summary>
    public async Task<JsonElement> EnterAsync(string path, object body, int expected) => Use(await SendAsync(HttpMethod.Post, path, body, expected));

    public Task<JsonElement> GetAsync(string path, int expected = 200) => SendAsync(HttpMethod.Get, path, null, expected);

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, int expected)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == (int)response.StatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.UserAgent.ParseAdd(userAgent);
        if (AccessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        if (Address is not null)
            request.Headers.Add(AuthoringHost.AddressHeader, Address);
        var cookies = _cookies.Where(cookie => path.StartsWith(cookie.Value.Path, StringComparison.Ordinal)).Select(cookie => $"{cookie.Key}={cookie.Value.Value}");
        if (cookies.Any())
            request.Headers.Add("Cookie", string.Join("; ", cookies));
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        var response = await http.SendAsync(request);
        Take(response);
        return response;
    }

    private JsonElement Use(JsonElement reply)
    {
        if (reply.ValueKind == JsonValueKind.Object && reply.TryGetProperty("accessToken", out var token))
            AccessToken = token.GetString();
        return reply;
    }

    private void Take(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var set))
            return;
        SetCookies.Clear();
        foreach (var text in set)
        {
            SetCookies.Add(text);
            var parts = text.Split("; ");
            var (name, value) = (parts[0].Split('=')[0], parts[0][(parts[0].IndexOf('=', StringComparison.Ordinal) + 1)..]);
            var path = parts.Single(part => part.StartsWith("path=", StringComparison.Ordinal))["path=".Length..];
            if (value.Length == 0)
                _cookies.Remove(name);
            else
                _cookies[name] = (value, path);
        }
    }
}
