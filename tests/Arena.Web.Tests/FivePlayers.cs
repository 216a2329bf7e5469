namespace Arena.Web.Tests;

/// <summary>A host and five players on phones, two of them in French, in a game whose questions wait for all and whose right answers are worth 1,000.</summary>
internal sealed class FivePlayers
{
    private static readonly (string Name, string Locale)[] People =
        [("Ada", "en-GB"), ("Bruno", "fr-FR"), ("Chloé", "fr-FR"), ("Dan", "en-GB"), ("Eve", "en-GB")];

    private readonly Fixture _fixture;

    private FivePlayers(Fixture fixture, HostPage host) => (_fixture, Host) = (fixture, host);

    public HostPage Host { get; }

    public PlayerPage[] Players { get; private set; } = [];

    /// <summary>In English.</summary>
    public PlayerPage Ada => Players[0];

    /// <summary>In French.</summary>
    public PlayerPage Bruno => Players[1];

    /// <param name="fixture">Of the test.</param>
    /// <param name="mode">Which is chosen at the launch.</param>
    /// <param name="questions">How many are asked, in their order.</param>
    /// <param name="choose">Fills the fields of the mode.</param>
    public static async Task<FivePlayers> LaunchAsync(Fixture fixture, string mode, int questions, Func<HostPage, Task>? choose = null)
    {
        var host = await fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        await host.At("play").ClickAsync();
        await host.At($"setting-mode-{mode}").CheckAsync();
        if (choose is not null)
            await choose(host);
        await host.At("setting-questionCount").FillAsync($"{questions}");
        await host.At("setting-shuffle").UncheckAsync();
        await host.At("setting-streakBonus").UncheckAsync();
        await host.At("settings-more").ClickAsync();
        await host.At("setting-untimed").CheckAsync();
        await host.At("setting-getReadyMs").FillAsync("0.5");
        await host.At("launch").ClickAsync();
        var game = new FivePlayers(fixture, host);
        var code = await host.CodeAsync();
        game.Players = await Task.WhenAll(People.Select(async each =>
        {
            var player = await fixture.PlayerAsync(each.Locale);
            await player.JoinAsync(code, each.Name);
            return player;
        }));
        await Assertions.Expect(host.Names).ToHaveCountAsync(People.Length);
        return game;
    }

    public static int Wrong(int round) => QuizFile.Questions[round].Correct == 0 ? 1 : 0;

    /// <summary>Opens the next question; each player answers it, right (r), wrong (w), or as the step before did (-).</summary>
    /// <param name="round">Which it is.</param>
    /// <param name="answers">A letter a player.</param>
    /// <param name="before">What a player does once the question is open.</param>
    public async Task PlayAsync(int round, string answers, Func<PlayerPage, int, Task>? before = null)
    {
        await Host.NextAsync();
        await Task.WhenAll(Players.Select(async (player, at) =>
        {
            await player.CanAnswerAsync(round);
            if (before is not null)
                await before(player, at);
            if (answers[at] != '-')
                await player.AnswerAsync(round, answers[at] == 'r' ? QuizFile.Questions[round].Correct : Wrong(round));
        }));
        await Task.WhenAll(Players.Select(player => player.SeesAsync("reveal", round)));
    }

    /// <summary>All refresh, the host too, in the middle of what they see.</summary>
    public async Task RefreshAsync(string phase, int round)
    {
        await Task.WhenAll([Host.Page.ReloadAsync(), .. Players.Select(player => player.Page.ReloadAsync())]);
        await Task.WhenAll([Host.SeesAsync(phase, round), .. Players.Select(player => player.SeesAsync(phase, round))]);
    }

    public async Task StandingsAsync(int round)
    {
        await Host.NextAsync();
        await Host.SeesAsync("standings", round);
        await Task.WhenAll(Players.Select(player => player.SeesAsync("standings", round)));
    }

    /// <param name="expected">The three on the steps.</param>
    public async Task PodiumAsync(params (string Name, int Points)[] expected)
    {
        await Host.NextAsync();
        await Host.SeesAsync("podium");
        await Task.WhenAll(Players.Select(player => player.SeesAsync("podium")));
        Assert.Equal(expected, (await Host.PodiumAsync()).OrderByDescending(line => line.Points).ThenBy(line => line.Name, StringComparer.Ordinal));
    }

    /// <summary>The big screen and a phone in each language break no rule of accessibility, and no page complained.</summary>
    public async Task IsAccessibleAsync(string stage)
    {
        foreach (var page in (IPage[])[Host.Page, Ada.Page, Bruno.Page])
            Assert.Empty(await Axe.ViolationsAsync(page, stage));
        Assert.Empty(_fixture.Complaints);
    }
}
