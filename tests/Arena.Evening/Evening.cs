using Arena.TestKit.Clients;
using Arena.Web.Tests;

namespace Arena.Evening;

/// <summary>One evening: a long lobby, a pause, a host who leaves and returns, phones that sleep, and a game that should not notice.</summary>
internal sealed class Evening
{
    private const int PatienceMs = 60_000;

    /// <summary>Beyond the half second at whose end a step in the points would show every frame that a page is late.</summary>
    private static readonly TimeSpan BeforePause = TimeSpan.FromSeconds(2);

    /// <summary>A host looks at a result, and the browser writes down what it keeps of the game.</summary>
    private static readonly TimeSpan BeforeLeaving = TimeSpan.FromSeconds(10);
    private static readonly string[] Names = ["Ann", "Ben", "Cem", "Dot", "Eve", "Fay", "Gus", "Ida", "Jo", "Kim"];

    private readonly EveningPlan _plan;
    private readonly EveningClock _clock = new();
    private readonly List<WatchedPage> _screens = [];
    private readonly List<(WatchedPage Page, PageNotes Notes)> _closed = [];
    private readonly List<WatchedPage> _players = [];
    private EveningFixture _fixture = null!;
    private Launch _launch = null!;
    private HostPage _host = null!;

    private Evening(EveningPlan plan) => _plan = plan;

    public static async Task<EveningReport> PlayAsync(EveningPlan plan)
    {
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        var evening = new Evening(plan);
        await using (evening._fixture = await EveningFixture.OpenAsync(evening._clock, plan.IdleLimitSeconds))
            return await evening.PlayAsync();
    }

    private IEnumerable<WatchedPage> Sleepers => _players.Take(2);

    private WatchedPage Awake => _players[2];

    private async Task<EveningReport> PlayAsync()
    {
        _launch = await _fixture.LaunchAsync(_plan.Questions);
        await OpenScreensAsync($"#key={_launch.HostKey}");
        await _host.SeesAsync("lobby");
        foreach (var name in Names.Take(_plan.Players))
        {
            var phone = await _fixture.PhoneAsync(name);
            await new PlayerPage(phone.Page).JoinAsync(_launch.Code, name);
            _players.Add(phone);
        }
        _clock.Note("all players are in");
        await Task.WhenAll([
            Task.Delay(_plan.Lobby),
            .. Sleepers.Select(phone => LaterAsync(_plan.Lobby * 0.2, () => phone.SleepAsync(_plan.Sleep.InLobby))),
            LaterAsync(_plan.Lobby * 0.5, () => _players[^1].LoseNetworkAsync(_plan.Hiccup)),
        ]);

        await TapAsync(isTapping: true);
        await AskAsync(0);
        await NextQuestionAsync();
        var isPauseKept = await PauseAsync(1);
        await NextQuestionAsync();
        await AskAsync(2);
        var (whileAway, isRevealKept) = await LeaveAsync();
        for (var round = 3; round < _plan.Questions; round++)
        {
            await NextQuestionAsync();
            await AskAsync(round);
        }
        var notice = _host.At("absence");
        var told = await notice.IsVisibleAsync() ? (await notice.Locator("p").InnerTextAsync()).Trim() : null;
        await _host.NextAsync();
        await _host.SeesAsync("podium");
        _clock.Note("the game is over");
        return new(await LinesAsync(), whileAway, isPauseKept, isRevealKept, told);
    }

    /// <param name="key">What makes the browser the host, or nothing where its profile has it.</param>
    private async Task OpenScreensAsync(string key = "")
    {
        var turn = _closed.Count == 0 ? "" : ", returned";
        var host = await _fixture.HostAsync("host" + turn);
        await host.Page.GotoAsync($"/host/{_launch.Code}{key}");
        _host = new(host.Page);
        var wall = await _fixture.HostAsync("projector" + turn);
        await Assertions.Expect(_host.Host).ToBeVisibleAsync();
        await wall.Page.GotoAsync($"/host/{_launch.Code}/screen");
        await Assertions.Expect(wall.Page.GetByTestId("projector")).ToBeVisibleAsync();
        _screens.AddRange([host, wall]);
    }

    private async Task AskAsync(int round)
    {
        if (round == 0)
            await _host.NextAsync();
        await _host.SeesAsync("reveal", round);
        _clock.Note($"question {round + 1} is answered");
    }

    /// <summary>From a reveal over the standings to the next question.</summary>
    private async Task NextQuestionAsync()
    {
        await _host.NextAsync();
        await _host.SeesAsync("standings");
        await _host.NextAsync();
    }

    private async Task<bool> PauseAsync(int round)
    {
        await TapAsync(isTapping: false);
        await new PlayerPage(Awake.Page).CanAnswerAsync(round);
        await Task.Delay(BeforePause);
        await _host.At("control-pause").ClickAsync();
        await Assertions.Expect(_host.At("paused")).ToBeVisibleAsync();
        _clock.Note("paused");
        await Task.WhenAll([
            Task.Delay(_plan.Pause),
            .. Sleepers.Select(phone => LaterAsync(_plan.Pause * 0.1, () => phone.SleepAsync(_plan.Sleep.InPause))),
        ]);
        var isKept = await _host.At("paused").IsVisibleAsync();
        await _host.SeesAsync("asking", round);
        await TapAsync(isTapping: true);
        await _host.At("control-pause").ClickAsync();
        await AskAsync(round);
        return isKept;
    }

    /// <summary>The host's browser is closed in a reveal and started again with the same profile.</summary>
    private async Task<(IReadOnlyList<string> WhileAway, bool IsKept)> LeaveAsync()
    {
        await Task.Delay(BeforeLeaving);
        foreach (var screen in _screens)
        {
            _closed.Add((screen, await screen.NotesAsync()));
            screen.Leave();
        }
        _screens.Clear();
        await _fixture.CloseHostAsync();
        var leftMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        _clock.Note("the host's browser is closed");
        await Task.Delay(_plan.Away);
        var phases = (await Awake.NotesAsync()).Phases;
        var first = phases.Last(phase => phase.AtMs <= leftMs);
        IReadOnlyList<string> shown =
        [
            $"{first.Kind} of question {first.Round + 1}",
            .. phases.Where(phase => phase.AtMs > leftMs).Select(phase => $"{phase.Kind} after {(phase.AtMs - leftMs) / 1_000:F0} s"),
        ];
        await OpenScreensAsync();
        _clock.Note("the host is back");
        return (shown, shown.Count == 1);
    }

    private Task TapAsync(bool isTapping) => Task.WhenAll(_players.Select(player => player.TapAsync(isTapping)));

    private async Task<IReadOnlyList<EveningReport.Line>> LinesAsync()
    {
        List<EveningReport.Line> lines = [.. _closed.Select(closed => new EveningReport.Line(closed.Page, closed.Notes))];
        foreach (var screen in _screens)
            lines.Add(new(screen, await screen.NotesAsync()));
        foreach (var player in _players)
        {
            var scored = await new PlayerPage(player.Page).FinalPointsAsync();
            var notes = await player.NotesAsync();
            var byTap = Enumerable.Range(0, _plan.Questions)
                .Sum(round => notes.Taps.SingleOrDefault(tap => tap.Round == round) is { } tap ? EveningPlan.PointsAfter(tap.Ms) : EveningPlan.PointsPerQuestion);
            lines.Add(new(player, notes, new(scored, byTap)));
        }
        return lines;
    }

    private static async Task LaterAsync(TimeSpan delay, Func<Task> act)
    {
        await Task.Delay(delay);
        await act();
    }
}
