using System.Globalization;
using System.Security.Claims;
using Arena.Gateway.Authority;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Boards;

/// <summary>Answers a board, or that it is still the one that the caller has.</summary>
internal sealed class BoardReader(IGrainFactory grains, GrainCallRetry retry)
{
    /// <summary>The caller may see the board.</summary>
    public async Task<IResult> ReadAsync(HttpContext http, ClaimsPrincipal caller, BoardKey key, CancellationToken cancel)
    {
        var seen = SeenIn(http.Request.GetTypedHeaders().IfNoneMatch);
        var board = grains.GetGrain<ILeaderboardGrain>(key.ToString());
        var reading = await retry.CallAsync(() => board.Read(caller.Id(), seen, cancel), cancel);
        http.Response.GetTypedHeaders().ETag = TagOf(reading.Version);
        http.Response.Headers.CacheControl = "no-store";
        return reading.Top is { } top
            ? TypedResults.Ok(new BoardReply(top, reading.Own, reading.Lines))
            : TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private static EntityTagHeaderValue TagOf(long version) => new(string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));

    private static long SeenIn(IList<EntityTagHeaderValue> tags) =>
        tags is [{ Tag.Length: > 2 } tag] && long.TryParse(tag.Tag.AsSpan()[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
}
