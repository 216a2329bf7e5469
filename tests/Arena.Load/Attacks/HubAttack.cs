using System.Text;
using System.Text.Json;
using Arena.Load.Crowds;

namespace Arena.Load.Attacks;

/// <summary>Opens hub connections from one address and sends on each as fast as permitted; opens a new one where the server closed one.</summary>
/// <param name="connections">At once.</param>
/// <param name="perSecond">Messages of each connection in a second; 0 sends nothing after the greeting.</param>
/// <param name="message">Makes each message, from the game's code and the message's number.</param>
/// <param name="isWhole">Whether a message ends with the bytes.</param>
internal sealed class HubAttack(int connections, int perSecond, Func<string, int, string> message, bool isWhole = true)
{
    /// <summary>Where the load's browsers of this number are: an address that no player has.</summary>
    private const int FirstNumber = 37_500;
    private static readonly TimeSpan Reopening = TimeSpan.FromMilliseconds(500);

    private int _sent;

    public async Task<AttackCounters> RunAsync(AttackTarget target, Action begun, CancellationToken stop)
    {
        var tally = new AttackCounters();
        begun();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(number => AttackAsync(target, FirstNumber, tally, stop)));
        return tally;
    }

    private async Task AttackAsync(AttackTarget target, int number, AttackCounters tally, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var browser = new Browser(number, 0, (_, answer, _) => Count(tally, answer));
            try
            {
                await browser.OpenAsync(target.Server).WaitAsync(stop);
                await SendAsync(browser, target.Code, stop);
                if (browser.IsClosed)
                    tally.Add("closed");
                await Task.Delay(Reopening, stop);
            }
            catch (Exception refused) when (refused is IOException or System.Net.Sockets.SocketException)
            {
                tally.Add("not connected");
                await Task.WhenAny(Task.Delay(Reopening, stop));
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task SendAsync(Browser browser, string code, CancellationToken stop)
    {
        if (perSecond == 0)
        {
            await browser.Closed.WaitAsync(stop);
            return;
        }
        // Many in a tick: a timer's tick is a hundredth of a second at best.
        using var every = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(0.02, 1.0 / perSecond)));
        var inATick = Math.Max(1, perSecond / 50);
        while (!browser.IsClosed && await every.WaitForNextTickAsync(stop))
        {
            for (var sent = 0; sent < inATick; sent++)
                browser.Send(Encoding.UTF8.GetBytes(message(code, Interlocked.Increment(ref _sent))), isWhole);
        }
    }

    /// <summary>Counts completions by their refusal; pings and pushes are no answers.</summary>
    private static void Count(AttackCounters tally, ReadOnlySpan<byte> answer)
    {
        if (!answer.StartsWith("{\"type\":3"u8))
            return;
        var completion = JsonSerializer.Deserialize<JsonElement>(answer);
        tally.Add(completion.TryGetProperty("error", out _) ? "error"
            : completion.GetProperty("result") is { ValueKind: JsonValueKind.Object } result
                && result.TryGetProperty("refusal", out var refusal) && refusal.ValueKind == JsonValueKind.Object
                ? refusal.GetProperty("code").GetString()! : AttackCounters.Accepted);
    }
}
