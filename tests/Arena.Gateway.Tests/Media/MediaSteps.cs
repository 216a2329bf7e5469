using System.Text.Json;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Media;

/// <summary>Uploads and requests of media as a test says them.</summary>
internal static class MediaSteps
{
    public static async Task<JsonElement> UploadAsync(this HttpClient author, byte[] file, int expected, string contentType = "application/octet-stream")
    {
        using var body = new ByteArrayContent(file) { Headers = { ContentType = new(contentType) } };
        using var response = await author.PostAsync(new Uri("/api/media", UriKind.Relative), body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<string> RefusedAsync(this HttpClient author, byte[] file, int expected, string contentType = "application/octet-stream") =>
        (await author.UploadAsync(file, expected, contentType)).Code();

    public static async Task<HttpResponseMessage> MediumAsync(this HttpClient client, string path, string? range = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/media/{path}");
        if (range is not null)
            request.Headers.TryAddWithoutValidation("Range", range);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await client.SendAsync(request);
    }

    public static string Name(this JsonElement medium) => medium.GetProperty("name").GetString()!;

    /// <summary>All files below the folder of media: of objects and of uploads.</summary>
    public static string[] MediaFiles(this AuthoringHost host) => Directory.Exists(Path.Combine(host.Folder, "media"))
        ? Directory.GetFiles(Path.Combine(host.Folder, "media"), "*", SearchOption.AllDirectories)
        : [];

    public static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Media/fixtures", name));
}
