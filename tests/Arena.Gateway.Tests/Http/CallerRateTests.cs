using System.Threading.RateLimiting;
using Arena.Game.Vocabulary;
using Arena.Gateway.Http;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Quizzes;
using Microsoft.AspNetCore.Http;

namespace Arena.Gateway.Tests.Http;

/// <summary>Callers do not spend each other's allowance.</summary>
public sealed class CallerRateTests
{
    private const string Quizzes = "/api/quizzes";

    [Fact]
    public async Task An_account_has_its_own_allowance_and_those_without_one_share_that_of_their_network()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(("Arena:Quizzes:RequestsPerMinute", "3"));
        using HttpClient guest = await host.AuthorAsync();
        using HttpClient neighbour = await host.AuthorAsync();
        using var ann = new Browser(host.Stranger());
        await ann.RegisterAsync("Ann");
        using var bob = new Browser(host.Stranger());
        await bob.RegisterAsync("Bob");
        using HttpClient elsewhere = await host.AuthorAsync();
        elsewhere.DefaultRequestHeaders.Add(AuthoringHost.AddressHeader, "203.0.113.9");

        for (var request = 0; request < 3; request++)
            await guest.SendJsonAsync(HttpMethod.Get, Quizzes, null, 200);
        Assert.Equal("tooFast", (await guest.SendJsonAsync(HttpMethod.Get, Quizzes, null, 429)).Code());
        Assert.Equal("tooFast", (await neighbour.SendJsonAsync(HttpMethod.Get, Quizzes, null, 429)).Code());
        await elsewhere.SendJsonAsync(HttpMethod.Get, Quizzes, null, 200);
        for (var request = 0; request < 3; request++)
            await ann.GetAsync(Quizzes);
        await ann.GetAsync(Quizzes, 429);
        await bob.GetAsync(Quizzes);

        // A token that was not issued here belongs to no caller.
        guest.DefaultRequestHeaders.Authorization = new("Bearer", "invented");
        Assert.Equal("tooFast", (await guest.SendJsonAsync(HttpMethod.Get, Quizzes, null, 429)).Code());
    }

    [Fact]
    [Asvs("2.4.1")]
    public async Task Signing_in_and_new_authors_have_allowances_of_their_own()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(
            ("Arena:Quizzes:RequestsPerMinute", "1"), ("Arena:Quizzes:SignInsPerMinute", "3"), ("Arena:Quizzes:NewAuthorsPerMinute", "2"));
        using HttpClient guest = await host.AuthorAsync();
        await guest.SendJsonAsync(HttpMethod.Get, Quizzes, null, 200);
        await guest.SendJsonAsync(HttpMethod.Get, Quizzes, null, 429);
        using HttpClient another = await host.AuthorAsync();
        using (HttpClient stranger = host.Stranger())
            await stranger.SendJsonAsync(HttpMethod.Post, "/api/authors", null, 429);
        using var ann = new Browser(host.Stranger());
        await ann.RegisterAsync("Ann");
        await ann.SignInAsync("Ann");
        await ann.RefreshAsync();
        await ann.RefreshAsync(429);
        await ann.GetAsync(Quizzes);
    }

    [Fact]
    public async Task A_whole_quiz_costs_more_than_a_list()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(("Arena:Quizzes:RequestsPerMinute", "11"));
        using HttpClient author = await host.AuthorAsync();
        string path = $"{Quizzes}/{Guid.NewGuid()}";
        await author.SendJsonAsync(HttpMethod.Get, path, null, 404);
        await author.SendJsonAsync(HttpMethod.Get, path, null, 404);
        await author.SendJsonAsync(HttpMethod.Get, path, null, 429);
        await author.SendJsonAsync(HttpMethod.Get, Quizzes, null, 200);
        await author.SendJsonAsync(HttpMethod.Get, Quizzes, null, 429);
    }

    [Fact]
    public async Task Where_only_the_queue_is_full_it_is_worth_trying_again_soon()
    {
        await using var queue = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 0 });
        using var first = queue.AttemptAcquire();
        using var refused = queue.AttemptAcquire();
        var http = new DefaultHttpContext();
        Assert.Equal<ProblemCode>(GameErrorCode.TooFast, Assert.IsType<ArenaProblem>(Problems.TooFast(http, refused).ProblemDetails).Code);
        Assert.Equal("5", http.Response.Headers.RetryAfter);
    }

    [Fact]
    [Asvs("15.2.2")]
    public async Task An_expensive_request_waits_for_its_callers_other_requests_and_is_charged_when_it_runs()
    {
        await using var allowance = PartitionedRateLimiter.Create<string, string>(payer => RateLimitPartition.GetFixedWindowLimiter(
            payer, _ => new() { PermitLimit = 15, Window = TimeSpan.FromMinutes(1) }));
        await using var places = PartitionedRateLimiter.Create<string, string>(self => RateLimitPartition.GetConcurrencyLimiter(
            self, _ => new() { PermitLimit = 1, QueueLimit = 1 }));
        await using var ann = new WeightedLimiter(allowance, "network", 5, places, "ann");
        await using var bob = new WeightedLimiter(allowance, "network", 5, places, "bob");
        var first = ann.AttemptAcquire();
        Assert.True(first.IsAcquired);
        Assert.False(ann.AttemptAcquire().IsAcquired);
        var second = ann.AcquireAsync(cancellationToken: TestContext.Current.CancellationToken).AsTask();
        Assert.False(second.IsCompleted);
        Assert.False((await ann.AcquireAsync(cancellationToken: TestContext.Current.CancellationToken)).IsAcquired);
        using (var other = bob.AttemptAcquire())
            Assert.True(other.IsAcquired);

        first.Dispose();
        using (var waited = await second)
            Assert.True(waited.IsAcquired);
        // Three times five are charged; one that is refused for that leaves its place.
        using (var spent = ann.AttemptAcquire())
            Assert.True(!spent.IsAcquired && spent.TryGetMetadata(MetadataName.RetryAfter, out _));
        Assert.Equal(1, places.GetStatistics("ann")!.CurrentAvailablePermits);
    }
}
