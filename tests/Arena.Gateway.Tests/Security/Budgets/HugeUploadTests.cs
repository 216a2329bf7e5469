using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Tests.Quizzes;
using Arena.TestKit.Processes;

namespace Arena.Gateway.Tests.Security.Budgets;

/// <summary>200 MB to a server of its own, from a client that holds none of them.</summary>
public sealed class HugeUploadTests : IDisposable
{
    private const int ChunkBytes = 64 * 1024;
    private const long Bytes = 200L * 1024 * 1024;

    /// <summary>What the largest accepted upload needs as well, and a fraction of what was sent.</summary>
    private const long MostMemory = 64 * 1024 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("arena-huge-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("/api/quizzes/import?title=Huge", "application/zip", "No archive", "outOfRange")]
    [InlineData("/api/quizzes/import/preview?title=Huge", "text/plain", "A question", "outOfRange")]
    [InlineData("/api/media", "image/gif", "GIF89a", "mediaTooLarge")]
    [Asvs("5.2.1")]
    public async Task Two_hundred_megabytes_are_refused_with_a_code_little_memory_and_nothing_stored(string route, string type, string head, string code)
    {
        await using var arena = await ArenaProcess.StartAsync(_folder);
        using var http = arena.Http();
        var author = await http.SendJsonAsync(HttpMethod.Post, "/api/authors", null, 200);
        http.DefaultRequestHeaders.Authorization = new("Bearer", author.GetProperty("accessToken").GetString());
        var (memory, stored) = (arena.ResidentBytes, StoredBytes());
        foreach (var tellsLength in (bool[])[true, false])
        {
            using var content = new HugeFile(Encoding.ASCII.GetBytes(head), tellsLength);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            using var answer = await http.PostAsync(new Uri(route, UriKind.Relative), content);
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, code), (answer.StatusCode, problem.RootElement.Code()));
            Assert.InRange(arena.ResidentBytes - memory, long.MinValue, MostMemory);
        }
        Assert.Equal("[]", await http.GetStringAsync(new Uri("/api/quizzes", UriKind.Relative)));
        Assert.InRange(StoredBytes() - stored, 0, MostMemory / 16);
    }

    private long StoredBytes() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    /// <summary>The head of a file, then zeros, made as they are sent.</summary>
    private sealed class HugeFile(byte[] head, bool tellsLength) : HttpContent
    {
        private static readonly byte[] Chunk = new byte[ChunkBytes];

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(head);
            for (long sent = head.Length; sent < Bytes; sent += Chunk.Length)
                await stream.WriteAsync(Chunk.AsMemory(0, (int)Math.Min(Chunk.Length, Bytes - sent)));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = tellsLength ? Bytes : 0;
            return tellsLength;
        }
    }
}
