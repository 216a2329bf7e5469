using System.Diagnostics;
using System.Globalization;
using Arena.Load.Crowds;

namespace Arena.Load.Media;

/// <summary>A crowd's browsers that load the same picture at the same moment, each over a connection of its own.</summary>
internal sealed class Downloads(Uri server, int browsers, string name) : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = browsers, UseCookies = false }) { BaseAddress = server };
    private readonly Uri _path = new(string.Create(CultureInfo.InvariantCulture, $"/media/{name}"), UriKind.Relative);

    /// <summary>Bytes of the picture.</summary>
    public long Bytes { get; private set; }

    /// <returns>How long each browser took, in milliseconds.</returns>
    public async Task<Latencies> LoadAllAsync()
    {
        var began = Stopwatch.GetTimestamp();
        return new(await Task.WhenAll(Enumerable.Range(0, browsers).Select(_ => LoadAsync(began))));
    }

    public void Dispose() => _http.Dispose();

    private async Task<double> LoadAsync(long began)
    {
        using var answer = await _http.GetAsync(_path, HttpCompletionOption.ResponseHeadersRead);
        await using var content = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var buffer = new byte[BufferBytes];
        var bytes = 0L;
        while (await content.ReadAsync(buffer) is > 0 and var read)
            bytes += read;
        Bytes = bytes;
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
