using Arena.TestKit.Clients;


namespace Arena.Web.Tests;

/// <summary>Connections that die without an end, pages that are left, and tabs of one browser.</summary>
public sealed class DeadConnectionTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Hidden = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))";
    private const string Shown = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";

    [Fact]
    public async Task A_phone_whose_connection_died_in_the_lobby_sees_the_question_and_answers_it()
    {
        await using var network = new FreezingProxy(Fixture.Arena.Address);
        var (launch, host) = await LaunchAsync();
        await using var hosting = host;
        var player = await EnterAsync(network, launch, "Ann");

        network.Freeze();
        _ = (await host.HostAsync("start", 0)).Accepted;
        await player.AnswerAsync(0, 0);
        await SeesAnsweredAsync(host);
    }

    [Fact]
    public async Task An_answer_over_a_dead_connection_arrives_over_another_and_is_reported_as_late()
    {
        await using var network = new FreezingProxy(Fixture.Arena.Address);
        var (launch, host) = await LaunchAsync();
        await using var hosting = host;
        var player = await EnterAsync(network, launch, "Ann");
        _ = (await host.HostAsync("start", 0)).Accepted;
        await player.CanAnswerAsync(0);

        network.Freeze();
        await player.Answer(1).ClickAsync();
        await SeesAnsweredAsync(host);
        await player.SeesResultAsync(0, "wrong");
        await Assertions.Expect(player.At("arrived-late")).ToContainTextAsync("The arrival time counts");
    }

    [Fact]
    public async Task An_answer_that_arrives_after_the_question_has_closed_is_reported_as_too_late()
    {
        await using var network = new FreezingProxy(Fixture.Arena.Address);
        var (launch, host) = await LaunchAsync();
        await using var hosting = host;
        var player = await EnterAsync(network, launch, "Ann");
        var step = (await host.HostAsync("start", 0)).Accepted.GetProperty("step").GetInt32();
        await player.CanAnswerAsync(0);

        network.IsDown = true;
        network.Freeze();
        await player.Answer(0).ClickAsync();
        await Assertions.Expect(player.At("reconnecting")).ToBeVisibleAsync();
        await Assertions.Expect(player.At("answer-status")).ToContainTextAsync("if it arrives in time");
        _ = (await host.HostAsync("advance", step + 1)).Accepted;
        network.IsDown = false;
        await Assertions.Expect(player.At("result")).ToHaveAttributeAsync("data-verdict", "missed");
        await Assertions.Expect(player.At("missed")).ToHaveTextAsync("Your answer arrived after the question closed.");
        Assert.Equal("0", await player.At("score").EvaluateAsync<string>("score => score.firstChild.textContent.trim()"));
    }

    [Fact]
    public async Task A_page_that_is_left_frees_the_room_at_once_and_is_back_when_it_is_shown()
    {
        var (launch, host) = await LaunchAsync();
        await using var hosting = host;
        var player = await Fixture.PlayerAsync();
        await player.JoinAsync(launch.Code, "Ann");
        var joined = await ConnectedAsync(host, 1);

        await player.Page.EvaluateAsync(Hidden);
        var left = await ConnectedAsync(host, 0, joined);
        await player.Page.EvaluateAsync(Shown);
        await ConnectedAsync(host, 1, left);
        await Assertions.Expect(player.At("link")).ToHaveAttributeAsync("data-status", "online");
    }

    [Fact]
    public async Task Two_tabs_of_a_browser_keep_a_seat_each_and_one_offers_that_of_the_other()
    {
        var (launch, host) = await LaunchAsync();
        await using var hosting = host;
        var first = await Fixture.PlayerAsync();
        await first.FollowLinkAsync(launch.Code);
        var second = await TabAsync(first, launch);
        await second.NameAsync("Ben");
        await second.SeesLobbyAsync("Ben");

        await Assertions.Expect(first.At("seated")).ToContainTextAsync("Ben");
        var third = await TabAsync(first, launch);
        await third.SeesLobbyAsync("Ben");
        await Assertions.Expect(second.At("replaced")).ToBeVisibleAsync();

        await first.NameAsync("Ann");
        await first.SeesLobbyAsync("Ann");
        await third.Page.ReloadAsync();
        await third.SeesLobbyAsync("Ben");
        await first.Page.ReloadAsync();
        await first.SeesLobbyAsync("Ann");
        await Assertions.Expect(third.At("own-nickname")).ToHaveTextAsync("Ben");
    }

    private async Task<(Launch Launch, HubClient Host)> LaunchAsync()
    {
        using var http = Fixture.Arena.Http();
        var api = await new ArenaApi(http).SignInAsync();
        var launch = await api.LaunchAsync(await api.CreateQuizAsync(questions: 1, timeLimitMs: 120_000), new { questionCount = 1, getReadyMs = 1_000 });
        var host = await HubClient.ConnectAsync(Fixture.Arena.Address);
        _ = (await host.AttachAsync(launch.HostKey)).Accepted;
        return (launch, host);
    }

    private async Task<PlayerPage> EnterAsync(FreezingProxy network, Launch launch, string nickname)
    {
        var player = await Fixture.PlayerAsync();
        await player.JoinAsync(launch.Code, nickname, network.Address);
        return player;
    }

    private static async Task<PlayerPage> TabAsync(PlayerPage beside, Launch launch)
    {
        var tab = new PlayerPage(await beside.Page.Context.NewPageAsync());
        await tab.FollowLinkAsync(launch.Code);
        return tab;
    }

    /// <summary>The only player has answered, so the question closes long before its time is over.</summary>
    private static async Task SeesAnsweredAsync(HubClient host)
    {
        var reveal = await host.PhaseAsync("reveal", 0);
        Assert.Equal(1, reveal.Phase.GetProperty("tally").GetProperty("counts").EnumerateArray().Sum(count => count.GetInt32()));
    }

    /// <summary>Waits for a frame after the given one that contains the number of connected players.</summary>
    private static async Task<long> ConnectedAsync(HubClient host, int count, long after = 0)
    {
        var frame = await host.FrameAsync(
            frame => frame.Target == "Host" && SequenceOf(frame) > after && frame.Body.GetProperty("view").GetProperty("connected").GetInt32() == count,
            $"{count} connected");
        return SequenceOf(frame);
    }

    private static long SequenceOf(HubFrame frame) => frame.Body.GetProperty("hostSequence").GetInt64();
}
