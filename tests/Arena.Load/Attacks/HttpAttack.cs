using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Arena.Load.Crowds;

namespace Arena.Load.Attacks;

/// <summary>Sends requests at a steady rate, so many under way at once, all from one address and, if wanted, as one new author.</summary>
/// <param name="perSecond">Requests begun in a second, as long as not too many are under way.</param>
/// <param name="atOnce">Under way at once.</param>
/// <param name="request">Makes each request, from its number.</param>
/// <param name="prepare">Done once by the author before the attack begins.</param>
internal sealed class HttpAttack(
    int perSecond, int atOnce, Func<int, HttpRequestMessage> request, Func<HttpClient, Task>? prepare = null)
{
    private static readonly IPAddress Address = new([127, 0, 1, 200]);

    public async Task<AttackTally> RunAsync(AttackTarget target, CancellationToken stop)
    {
        using var http = AddressedClient.At(Address, target.Server);
        using var author = await http.PostAsync(new Uri("/api/authors", UriKind.Relative), null, stop);
        var tokens = JsonSerializer.Deserialize<JsonElement>(await author.EnsureSuccessStatusCode().Content.ReadAsStringAsync(stop));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        if (prepare is not null)
            await prepare(http);
        var tally = new AttackTally();
        using var every = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        using var underWay = new SemaphoreSlim(atOnce);
        var sent = new List<Task>();
        try
        {
            while (await every.WaitForNextTickAsync(stop))
            {
                await underWay.WaitAsync(stop);
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
                using var answer = await http.SendAsync(message, stop);
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
}
