using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.TestKit.Games;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

/// <summary>What a host may do about the names that players give themselves.</summary>
public sealed class NamingTests
{
    private static readonly SessionSettings Approving = new() { ApproveNames = true };

    [Fact]
    public void A_renamed_player_keeps_the_seat_and_leaves_the_old_name_to_others()
    {
        var game = Given(Lobby("Rude", "Bob")).WhenRenamed(0, "  Ann ", at: 5_000).Then(Commanded(5_000), new PlayerRenamed(5_000, 0, "Ann"));

        Assert.Equal("Ann", game.Player(0).Nickname);
        game.When(Join("ann"), at: 6_000).Then(GameErrorCode.NicknameTaken);
        game.When(Join("Rude"), at: 6_000).ThenDone();
    }

    [Theory]
    [InlineData("bob", GameErrorCode.NicknameTaken)]
    [InlineData(" ", GameErrorCode.NicknameEmpty)]
    [InlineData(null, GameErrorCode.NicknameEmpty)]
    [InlineData("123456789012345678901", GameErrorCode.NicknameTooLong)]
    public void A_host_s_choice_follows_the_rules_of_joining(string? nickname, GameErrorCode refusal) =>
        Given(Lobby("Ann", "Bob")).WhenRenamed(0, nickname, at: 5_000).Then(refusal);

    [Fact]
    public void A_name_that_looks_like_another_is_taken_for_players_and_for_hosts()
    {
        var game = Given(Lobby("Alice", "Bob"));

        game.When(Join("А1ice"), at: 5_000).Then(GameErrorCode.NicknameTaken);
        game.WhenRenamed(1, "AIice", at: 5_000).Then(GameErrorCode.NicknameTaken);
        game.WhenRenamed(0, "A1ice", at: 5_000).ThenDone().When(Join("Alice"), at: 6_000).Then(GameErrorCode.NicknameTaken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_name_with_a_word_that_offends_is_refused_where_the_host_wants_that(bool filtered)
    {
        var game = Given(Lobby(new SessionSettings { FilterNames = filtered }, "Ann"));
        var join = game.When(new GameCommand.Join(Operation(50), "Rude") { Unfit = true }, at: 5_000);
        var rename = game.When(
            new GameCommand.Host(Operation(99), game.State.Step, new HostAction.Rename(0, "Rude") { Unfit = true }), at: 5_000);

        if (filtered)
        {
            join.Then(GameErrorCode.NicknameUnfit);
            rename.Then(GameErrorCode.NicknameUnfit);
        }
        else
        {
            join.ThenDone();
            rename.ThenDone();
        }
    }

    [Fact]
    public void Names_are_filtered_unless_the_host_says_otherwise() => Assert.True(new SessionSettings().FilterNames);

    [Fact]
    public void A_name_may_be_written_otherwise() =>
        Given(Lobby("ANN")).WhenRenamed(0, "Ann", at: 5_000).Then(Commanded(5_000), new PlayerRenamed(5_000, 0, "Ann"));

    [Fact]
    public void A_player_with_that_name_already_is_not_renamed() =>
        Given(Lobby("Ann")).WhenRenamed(0, "Ann", at: 5_000).Then(Commanded(5_000));

    [Fact]
    public void A_name_that_waits_for_approval_is_seen_by_its_player_and_by_hosts_alone()
    {
        var game = Given(Lobby(Approving, "Ann", "Bob"), new NamesApproved(1, [1]), Asked(), Closed(), Standings());

        Assert.Equal(["", "Bob"], Assert.IsType<StandingsView>(Viewer.Everyone(game.State).Phase).Top.Select(line => line.Nickname));
        Assert.Equal(("Ann", false), (Viewer.Seat(game.State, game.Player(0)).Nickname, Viewer.Seat(game.State, game.Player(0)).Approved));
        Assert.Equal(("Ann", false), (Viewer.Roster(game.State, game.Player(0), true).Nickname, Viewer.Roster(game.State, game.Player(0), true).Approved));
        Assert.DoesNotContain("Ann", Text.View(Viewer.Everyone(Given(Lobby(Approving, "Ann")).State)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_approves_one_name_or_all_that_wait()
    {
        var game = Given(Lobby(Approving, "Ann", "Bob", "Cid", "Dan"), Kicked(3), new NamesApproved(1, [1]));

        game.WhenHost(new HostAction.Approve(0), at: 2).Then(Commanded(2), new NamesApproved(2, [0]));
        game.WhenHost(new HostAction.ApproveAll(), at: 2).Then(Commanded(2), new NamesApproved(2, [0, 2]));
        game.WhenHost(new HostAction.Approve(1), at: 2).Then(Commanded(2));
        game.WhenHost(new HostAction.Approve(3), at: 2).Then(GameErrorCode.Kicked);
        game.WhenHost(new HostAction.Approve(4), at: 2).Then(GameErrorCode.UnknownSeat);
    }

    [Fact]
    public void A_name_that_the_host_gave_needs_no_approval() =>
        Assert.True(Given(Lobby(Approving, "Rude")).WhenRenamed(0, "Ann", at: 5_000).ThenDone().Player(0).Approved);

    [Fact]
    public void Free_names_are_visible_to_all() =>
        Assert.Equal(["Ann"], Assert.IsType<LobbyView>(Viewer.Everyone(Given(Lobby("Ann")).State).Phase).Newest);
}
