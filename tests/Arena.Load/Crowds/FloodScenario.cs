using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Arena.Load.Crowds;

/// <summary>A game is played while an attacker guesses an account's password from a hundred addresses and its owner signs in.</summary>
internal static class FloodScenario
{
    private const int Addresses = 100;
    private const string Name = "Owner";
    private const string Password = "correct horse battery";
    private static readonly Uri Accounts = new("/api/account", UriKind.Relative);
    private static readonly Uri AuthSessions = new("/api/account/sessions", UriKind.Relative);

    public static async Task<int> RunAsync(int players, int questions, int attemptsPerMinute, RunOptions run)
    {
        MachineLimits.Require(players + Addresses);
        var table = new Figures();
        var failed = 0;
        foreach (var flood in (bool[])[false, true])
        {
            await using var fixture = await ArenaFixture.StartAsync(run.Server);
            using var owner = Client(fixture.Address, 250);
            using var registered = await owner.PostAsJsonAsync(Accounts, new { name = Name, password = Password });
            // Set by hand, since a cookie container drops secure cookies without TLS.
            owner.DefaultRequestHeaders.Add("Cookie", registered.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
            using var stop = new CancellationTokenSource();
            var guessing = Task.FromResult(new Guesses([], []));
            var figures = await CrowdRun.PlayAsync(fixture, new(players, questions, WithinMs: 1_000, AtOnce: 200, run.Seed, Warming: 5), _ =>
            {
                if (flood)
                    guessing = GuessAsync(fixture.Address, owner, attemptsPerMinute, stop.Token);
                return Task.CompletedTask;
            });
            await stop.CancelAsync();
            var guesses = await guessing;
            figures.Tell(table.Column(flood ? "flood" : "no flood"));
            failed += figures.Failed;
            if (!flood)
                continue;
            table.Row("guesses a minute", $"{guesses.Answers.Count / figures.PlayedMs * 60_000:F0}");
            foreach (var status in guesses.Answers.GroupBy(answer => answer).OrderBy(status => status.Key))
                table.Row($"... answered {(int)status.Key}", $"{status.Count()}");
            table
                .Row("the owner signed in, of attempts", $"{guesses.Owner.Count(milliseconds => !double.IsInfinity(milliseconds))} of {guesses.Owner.Count}")
                .Row("... p50 / max ms", $"{new Latencies(guesses.Owner).At(50):F0} / {new Latencies(guesses.Owner).Max:F0}");
            failed += guesses.Owner.Count(double.IsInfinity);
        }
        table.Print(run.Json);
        return failed == 0 ? 0 : 1;
    }

    /// <summary>Guesses at a steady rate, and lets the owner sign in, from the browser that is known, every ten seconds.</summary>
    private static async Task<Guesses> GuessAsync(Uri server, HttpClient owner, int perMinute, CancellationToken stop)
    {
        var guessers = Enumerable.Range(0, Addresses).Select(number => Client(server, number)).ToArray();
        var answers = new ConcurrentBag<HttpStatusCode>();
        var signedIn = new ConcurrentBag<double>();
        using var everyGuess = new PeriodicTimer(TimeSpan.FromMinutes(1) / perMinute);
        var underWay = new List<Task>();
        var own = OwnAsync();
        while (!stop.IsCancellationRequested)
        {
            await everyGuess.WaitForNextTickAsync(CancellationToken.None);
            var guess = underWay.Count;
            underWay.Add(GuessOnceAsync(guessers[guess % Addresses], guess));
        }
        await Task.WhenAll(underWay);
        await own;
        foreach (var guesser in guessers)
            guesser.Dispose();
        return new(answers, signedIn);

        async Task GuessOnceAsync(HttpClient guesser, int guess)
        {
            using var answer = await guesser.PostAsJsonAsync(
                AuthSessions, new { name = Name, password = string.Create(CultureInfo.InvariantCulture, $"guess number {guess}") }, CancellationToken.None);
            answers.Add(answer.StatusCode);
        }

        async Task OwnAsync()
        {
            using var every = new PeriodicTimer(TimeSpan.FromSeconds(10));
            while (!stop.IsCancellationRequested)
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await owner.PostAsJsonAsync(AuthSessions, new { name = Name, password = Password }, CancellationToken.None);
                signedIn.Add(answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : double.PositiveInfinity);
                await every.WaitForNextTickAsync(CancellationToken.None);
            }
        }
    }

    private static HttpClient Client(Uri server, int number) => AddressedClient.At(new([127, 0, 1, (byte)(1 + number)]), server);

    /// <param name="Answers">The replies to the guesses.</param>
    /// <param name="Owner">How long each sign-in of the owner took, in milliseconds.</param>
    private sealed record Guesses(IReadOnlyCollection<HttpStatusCode> Answers, IReadOnlyCollection<double> Owner);
}
