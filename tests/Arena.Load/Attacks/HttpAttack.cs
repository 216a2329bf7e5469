using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Arena.Load.Crowds;

namespace Arena.Load.Attacks;

/// <summary>Sends requests at a steady rate, so many under way at once, all from one address, as new authors.</summary>
/// <param name="perSecond">Requests begun in a second, as long as not too many are under way.</param>
/// <param name="atOnce">Under way at once.</param>
/// <param name="request">Makes each request, from its number.</param>
/// <param name="prepare">Done once by the first author before the attack begins.</param>
/// <param name="perAuthor">Requests of each author, for what an author may do only so often.</param>
internal sealed class HttpAttack(
    int perSecond, int atOnce, Func<int, HttpRequestMessage> request, Func<HttpClient, Task>? prepare = null, int perAuthor = int.MaxValue)
{
    private static readonly IPAddress Address = new([127, 0, 1, 200]);

    public async Task<AttackCounters> RunAsync(AttackTarget target, Action begun, CancellationToken stop)
    {
        using var http = AddressedClient.At(Address, target.Server);
        http.DefaultRequestHeaders.Authorization = await NewAuthorAsync(http, stop);
        if (prepare is not null)
            await prepare(http);
        begun();
        var tally = new AttackCounters();
        using var every = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        using var underWay = new SemaphoreSlim(atOnce);
        var sent = new List<Task>();
        var author = http.DefaultRequestHeaders.Authorization;
        try
        {
            while (await every.WaitForNextTickAsync(stop))
            {
                await underWay.WaitAsync(stop);
                if (sent.Count > 0 && sent.Count % perAuthor == 0)
                    author = await NewAuthorAsync(http, stop);
                sent.Add(SendAsync(sent.Count));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(sent);
        }
        return tally;

        async Task SendAsync(int number)
        {
            try
            {
                using var message = request(number);
                message.Headers.Authorization = author;
                using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
                await answer.Content.CopyToAsync(Stream.Null, stop);
                tally.Add(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
            }
            catch (Exception failed) when (failed is HttpRequestException or IOException)
            {
                tally.Add("cut off");
            }
            catch (OperationCanceledException)
            {
                tally.Add("no answer yet");
            }
            finally
            {
                underWay.Release();
            }
        }
    }

    private static async Task<AuthenticationHeaderValue> NewAuthorAsync(HttpClient http, CancellationToken stop)
    {
        using var author = await http.PostAsync(new Uri("/api/authors", UriKind.Relative), null, stop);
        var tokens = JsonSerializer.Deserialize<JsonElement>(await author.EnsureSuccessStatusCode().Content.ReadAsStringAsync(stop));
        return new("Bearer", tokens.GetProperty("accessToken").GetString());
    }
}
