using System.Text.Json;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Arena.TestKit.Clients;
using Arena.TestKit.VirtualTime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Play;

public sealed class JoinCodeGuardTests
{
    private const string Network = "203.0.113.9";
    private const string Wrong = "0000ZZ";
    private const int Burst = 120;
    private const int PerMinute = 30;
    private const int Trickle = 5;

    private readonly ManualTimeProvider _time = new();
    private readonly CodeMisses _misses;

    public JoinCodeGuardTests() => _misses = new(Options.Create(new GatewayOptions { CodeMissBurst = Burst, CodeMissesPerMinute = PerMinute }), _time);

    [Fact]
    public async Task A_school_joins_by_one_address_while_its_pupils_mistype_and_one_of_them_guesses()
    {
        const int pupils = 200;
        await using var arena = new PlayHost();
        await using var table = await arena.OpenTableAsync();
        await using var guesser = await arena.ConnectAsync();
        var guesses = Task.WhenAll(Enumerable.Range(0, 300).Select(_ => guesser.CallAsync("Find", Wrong)));
        var joined = await Task.WhenAll(Enumerable.Range(0, pupils).Select(async number =>
        {
            var pupil = await table.ConnectAsync();
            var mistyped = await pupil.CallAsync("Find", Wrong);
            Assert.Contains(mistyped.Refusal, (string[])["unknownSession", "tooFast"]);
            Assert.Null((await pupil.CallAsync("Find", table.Code)).Refusal);
            return await pupil.JoinAsync(table.Code, $"Pupil {number}x");
        }));

        Assert.All(joined, reply => Assert.Null(reply.Refusal));
        Assert.InRange((await guesses).Count(reply => reply.Refusal == "unknownSession"), 0, 10);
    }

    [Fact]
    public async Task A_refused_guess_is_a_reply_that_says_when_to_try_again_and_the_connection_stays()
    {
        await using var arena = new PlayHost();
        await using var guesser = await arena.ConnectAsync();
        for (var miss = 0; miss < 10; miss++)
            await guesser.CallAsync("Find", Wrong);
        var refused = await guesser.CallAsync("Find", Wrong);

        var refusal = JsonDocument.Parse(refused.Raw).RootElement.GetProperty("result").GetProperty("refusal");
        Assert.Equal("tooFast", refusal.GetProperty("code").GetString());
        Assert.InRange(refusal.GetProperty("retryAfterMs").GetInt32(), 1, 6_000);
        await arena.AdvanceAsync(TimeSpan.FromMilliseconds(refusal.GetProperty("retryAfterMs").GetInt32()));
        Assert.Equal("unknownSession", (await guesser.CallAsync("Find", Wrong)).Refusal);
        Assert.False(guesser.Closed.IsCompleted);
    }

    [Fact]
    [Asvs("2.4.1")]
    public async Task Guesses_of_many_connections_at_the_same_moment_do_not_outrun_the_limit()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:CodeMissBurst"] = "5" });
        var guessers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => arena.ConnectAsync()));
        var replies = await Task.WhenAll(guessers.Select(guesser => guesser.CallAsync("Find", Wrong)));

        Assert.Equal(5 + Trickle, replies.Count(reply => reply.Refusal == "unknownSession"));
        foreach (var guesser in guessers)
            await guesser.DisposeAsync();
    }

    [Fact]
    [Asvs("2.4.1")]
    public void A_right_code_gets_through_a_network_that_guesses_and_is_known_to_it_from_then_on()
    {
        UseUp();
        _time.Advance(TimeSpan.FromSeconds(1));
        var connection = Connection();
        Assert.True(_misses.TryReserve(Network, connection, out var reserved, out _));
        _misses.Learn(Network, "ABC123");
        _misses.Settle(reserved, isMiss: false);
        UseUp();

        Assert.True(_misses.IsKnown(Network, "ABC123"));
        Assert.False(_misses.IsKnown("198.51.100.1", "ABC123"));
        _misses.Forget(Network, "ABC123");
        Assert.False(_misses.IsKnown(Network, "ABC123"));
    }

    [Fact]
    public void A_try_beyond_the_limit_waits_while_one_under_way_may_be_right()
    {
        Assert.True(_misses.TryReserve(Network, Connection(), out var right, out _));
        Assert.True(_misses.TryReserve(Network, Connection(), out var wrong, out _));
        UseUp();
        Assert.False(_misses.TryReserve(Network, Connection(), out _, out var refused));
        _misses.Settle(wrong, isMiss: true);
        Assert.False(refused.Freed!.IsCompleted);

        _misses.Settle(right, isMiss: false);
        Assert.True(refused.Freed.IsCompleted);
        Assert.True(_misses.TryReserve(Network, Connection(), out _, out _));
    }

    [Fact]
    public void A_try_beyond_the_limit_is_refused_once_all_under_way_have_missed()
    {
        UseUp();
        Assert.False(_misses.TryReserve(Network, Connection(), out _, out var refused));
        Assert.Null(refused.Freed);
    }

    [Fact]
    public async Task A_whole_class_finds_a_new_game_at_the_same_moment_by_one_address()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:CodeMissBurst"] = "1" });
        await using var table = await arena.OpenTableAsync();
        arena.Services.GetRequiredService<CodeMisses>().Forget("127.0.0.1", table.Code);
        var pupils = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => table.ConnectAsync()));
        var replies = await Task.WhenAll(pupils.Select((pupil, number) => pupil.JoinAsync(table.Code, $"Pupil {number}x")));

        Assert.All(replies, reply => Assert.Null(reply.Refusal));
    }

    [Fact]
    public void A_network_that_guesses_for_an_hour_gets_no_more_than_its_share_on_however_many_connections()
    {
        var tried = 0;
        for (var second = 0; second < 3_600; second++)
        {
            for (var connection = 0; connection < 100; connection++)
                tried += _misses.TryReserve(Network, Connection(), out _, out _) ? 1 : 0;
            _time.Advance(TimeSpan.FromSeconds(1));
        }
        // 90 a minute: of 2^30 codes, with 5,000 live sessions, one hit in 40 hours.
        Assert.InRange(tried, 1, Burst + Trickle + (60 * (PerMinute + 60)));
    }

    [Fact]
    public void The_allowance_refills_evenly_and_the_refusal_gives_the_wait()
    {
        UseUp();
        Assert.False(_misses.TryReserve(Network, Connection(), out _, out var refused));
        var waitMs = refused.WaitMs;
        Assert.InRange(waitMs, 1, 1_000);
        _time.Advance(TimeSpan.FromMilliseconds(waitMs - 1));
        Assert.False(_misses.TryReserve(Network, Connection(), out _, out _));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(_misses.TryReserve(Network, Connection(), out _, out _));
    }

    [Fact]
    public void A_connection_that_guesses_uses_up_its_own_tries_and_not_its_network_s()
    {
        var guesser = Connection();
        while (_misses.TryReserve(Network, guesser, out _, out _))
        {
        }
        Assert.Equal(Burst - 10 + Trickle, UseUp());
    }

    private TokenBudget Connection() => new(10, 10, _misses.NowMs);

    private int UseUp()
    {
        var tries = 0;
        for (; _misses.TryReserve(Network, Connection(), out var reserved, out _); tries++)
            _misses.Settle(reserved, isMiss: true);
        return tries;
    }
}
