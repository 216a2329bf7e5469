using System.Globalization;

namespace Arena.Web.Tests;

/// <summary>A player's browser: what the player sees and does.</summary>
internal sealed class PlayerPage(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Player => At("player");

    public ILocator Refusal => At("refusal");

    public ILocator At(string testId) => Page.GetByTestId(testId);

    public ILocator Answer(int index) => At($"answer-{index}");

    public async Task EnterCodeAsync(string typed)
    {
        await Page.GotoAsync("/");
        await At("code-input").FillAsync(typed);
        await At("code-submit").ClickAsync();
    }

    /// <param name="code">The code of the game.</param>
    /// <param name="network">The address that leads to the gateway, if not its own.</param>
    public Task FollowLinkAsync(string code, Uri? network = null) =>
        Page.GotoAsync(network is null ? $"/j/{code}" : new Uri(network, $"/j/{code}").ToString());

    public async Task NameAsync(string nickname)
    {
        await At("nickname-input").FillAsync(nickname);
        await At("nickname-submit").ClickAsync();
    }

    /// <summary>Joins, and waits for the seat.</summary>
    public async Task JoinAsync(string code, string nickname, Uri? network = null)
    {
        await FollowLinkAsync(code, network);
        await NameAsync(nickname);
        await SeesLobbyAsync(nickname);
    }

    public async Task SeesLobbyAsync(string nickname)
    {
        await Assertions.Expect(At("player-lobby")).ToBeVisibleAsync();
        await Assertions.Expect(At("own-nickname")).ToHaveTextAsync(nickname);
    }

    public async Task SeesAsync(string phase, int? round = null)
    {
        await Assertions.Expect(Player).ToHaveAttributeAsync("data-phase", phase);
        if (round is { } number)
            await Assertions.Expect(Player).ToHaveAttributeAsync("data-round", number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Waits for the question to open.</summary>
    public async Task CanAnswerAsync(int round)
    {
        await SeesAsync("asking", round);
        await CanPressAsync(0);
    }

    public Task CanPressAsync(int option) => Assertions.Expect(Answer(option)).ToHaveAttributeAsync("aria-disabled", "false");

    /// <summary>Answers, and sees that the answer counts.</summary>
    public async Task AnswerAsync(int round, int choice)
    {
        await CanAnswerAsync(round);
        await Answer(choice).ClickAsync();
    }

    /// <summary>Sees that the server has the answer, and that there is no other.</summary>
    public async Task SeesAnswerKeptAsync(int choice)
    {
        await Assertions.Expect(Answer(choice)).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(Player.Locator("[aria-pressed=true]")).ToHaveCountAsync(1);
        await Assertions.Expect(Player.Locator("button[aria-disabled=false]")).ToHaveCountAsync(0);
    }

    /// <summary>Reads the result of the question and its points.</summary>
    public async Task<int> SeesResultAsync(int round, string verdict)
    {
        await SeesAsync("reveal", round);
        await Assertions.Expect(At("result")).ToHaveAttributeAsync("data-verdict", verdict);
        return Numbers.In(await At("round-points").InnerTextAsync())[0];
    }

    /// <summary>What the game's end says that the player has.</summary>
    public async Task<int> FinalPointsAsync()
    {
        await SeesAsync("podium");
        return Numbers.In(await At("own-final").InnerTextAsync())[^1];
    }

    /// <summary>The points of every question in the player's summary.</summary>
    public async Task<IReadOnlyList<int>> SummaryAsync() =>
        [.. (await At("summary").Locator(".points").AllInnerTextsAsync()).Select(text => Numbers.In(text) is [var points] ? points : 0)];

    /// <summary>Name and points of everyone on the podium, best first.</summary>
    public Task<IReadOnlyList<(string Name, int Points)>> PodiumAsync() => PodiumReading.ReadAsync(Page);

    /// <summary>What this browser keeps of the game: the seat's token is a secret between it and the server.</summary>
    public async Task<string> SeatTokenAsync(string code) =>
        (await Page.EvaluateAsync<string>("code => JSON.parse(localStorage.getItem(`arena.seat.${code}`)).seatToken", code))!;
}
