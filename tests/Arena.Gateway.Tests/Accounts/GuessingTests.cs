using System.Collections.Concurrent;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Accounts;

public sealed class GuessingTests : IAsyncLifetime
{
    private const int Attempts = 3;

    private AuthoringHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AuthoringHost.StartAsync(
        ("Arena:Accounts:AttemptsPerMinute", $"{Attempts}"), ("Arena:Accounts:RequireHttps", "false"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Asvs("2.4.1", "6.3.1")]
    public async Task Guesses_are_slowed_and_the_owner_still_gets_in_from_a_browser_that_is_known()
    {
        using var owner = new Browser(_host.Stranger());
        await owner.RegisterAsync("Ann");
        await owner.SendAsync(HttpMethod.Delete, "/api/account/sessions/current", null, 204);
        using var guesser = new Browser(_host.Stranger());
        var statuses = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await guesser.SendAsync(HttpMethod.Post, "/api/account/sessions", new { name = "Ann", password = $"guess number {i}" });
            statuses.Add((int)answer.StatusCode);
            if (answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
                Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        }

        // Registering was the first attempt from this address.
        Assert.Equal([401, 401, .. Enumerable.Repeat(429, 18)], statuses);
        await owner.SignInAsync("Ann");
    }

    [Fact]
    [Asvs("6.3.1")]
    public async Task A_flood_from_elsewhere_does_not_lock_the_account()
    {
        using var owner = new Browser(_host.Stranger()) { Address = "198.51.100.1" };
        await owner.RegisterAsync("Ann");
        for (var i = 0; i < 5; i++)
        {
            using var guesser = new Browser(_host.Stranger()) { Address = $"203.0.113.{i}" };
            await guesser.SignInAsync("Ann", "wrong password", 401);
        }
        using var newDevice = new Browser(_host.Stranger()) { Address = "198.51.100.2" };
        await newDevice.SignInAsync("Ann");
    }

    /// <summary>A minute's worth in seconds, from a hundred addresses.</summary>
    [Fact]
    [Asvs("6.3.1", "15.1.3", "15.2.2")]
    public async Task A_thousand_guesses_at_once_do_not_keep_the_owner_out()
    {
        using var owner = new Browser(_host.Stranger()) { Address = "198.51.100.1" };
        await owner.RegisterAsync("Ann");
        await owner.SendAsync(HttpMethod.Delete, "/api/account/sessions/current", null, 204);
        var statuses = new ConcurrentBag<int>();
        var underWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var flood = Parallel.ForEachAsync(Enumerable.Range(0, 1_000), new ParallelOptions { MaxDegreeOfParallelism = 100 }, async (guess, _) =>
        {
            using var guesser = new Browser(_host.Stranger()) { Address = $"203.0.113.{guess % 100}" };
            using var answer = await guesser.SendAsync(HttpMethod.Post, "/api/account/sessions", new { name = "Ann", password = $"guess number {guess}" });
            statuses.Add((int)answer.StatusCode);
            if (statuses.Count >= 50)
                underWay.TrySetResult();
        });
        await underWay.Task;
        for (var again = 0; again < Attempts; again++)
            await owner.SignInAsync("Ann");
        await flood;

        Assert.Equal(1_000, statuses.Count);
        Assert.All(statuses, status => Assert.Contains(status, (int[])[401, 429, 503]));
    }

    [Fact]
    public async Task The_cookie_of_a_known_browser_is_good_for_its_account_alone()
    {
        using var eve = new Browser(_host.Stranger());
        await eve.RegisterAsync("Eve");
        using var ann = new Browser(_host.Stranger()) { Address = "198.51.100.1" };
        await ann.RegisterAsync("Ann");
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await eve.SendAsync(HttpMethod.Post, "/api/account/sessions", new { name = "Ann", password = "wrong password" });
            statuses.Add((int)answer.StatusCode);
        }
        Assert.Equal([401, 401, 429, 429], statuses);
    }
}
