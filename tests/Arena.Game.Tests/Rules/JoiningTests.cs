using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

public sealed class JoiningTests
{
    [Fact]
    public void A_name_that_is_held_waits_for_approval_where_others_do_not()
    {
        var joined = Given(Lobby("Ann")).When(new GameCommand.Join(Operation(50), "Bob") { IsHeld = true }, at: 3).Then(new PlayerJoined(3, 1, "Bob", Operation(50)) { IsHeld = true });
        Assert.Equal((true, false), (joined.State.PlayerAt(0)!.Approved, joined.State.PlayerAt(1)!.Approved));
    }

    [Fact]
    public void Seats_are_given_in_order_of_arrival() =>
        Given(Lobby("Ann", "Bob")).When(Join("Cid"), at: 3).Then(new PlayerJoined(3, 2, "Cid", Operation(50)));

    [Fact]
    public void A_join_repeated_leads_to_the_same_seat()
    {
        var game = Given(Lobby("Ann", "Bob")).When(Join("Bob", operation: 2), at: 9).ThenNothing();
        Assert.Equal(1, game.State.SeatByOperation[Operation(2)]);
        Assert.Equal(2, game.State.PlayerCount);
    }

    [Fact]
    public void A_join_repeated_under_another_name_still_leads_to_the_same_seat() =>
        Given(Lobby("Ann")).When(Join("Zoe", operation: 1), at: 9).ThenNothing();

    [Fact]
    public void A_join_repeated_when_the_game_is_locked_full_or_over_still_leads_to_the_same_seat() =>
        Given(Lobby(new SessionSettings { MaxPlayers = 1, LateJoin = false }, "Ann"), new LockChanged(1, true), Asked(), Finished(40_000))
            .When(Join("Ann", operation: 1), at: 50_000).ThenNothing();

    [Fact]
    public void An_empty_operation_id_is_no_identity_so_it_gets_no_seat() =>
        Given(Lobby()).When(new GameCommand.Join(Guid.Empty, "Ann"), at: 1).Then(GameErrorCode.InvalidMessage);

    [Theory]
    [InlineData("Ann")]
    [InlineData("ANN")]
    [InlineData("  ann  ")]
    [InlineData("Ａｎｎ")]
    [InlineData("A\u200Bnn")]
    [InlineData("\u202EAnn\u202C")]
    [InlineData("Ann\uFE0F")]
    [InlineData("A\u034Fnn")]
    [InlineData("Ann\u3164")]
    [InlineData("Ann\u2800")]
    public void A_name_that_looks_like_one_that_is_taken_is_refused(string nickname) =>
        Given(Lobby("Ann")).When(Join(nickname), at: 1).Then(GameErrorCode.NicknameTaken);

    [Fact]
    public void A_nickname_is_kept_as_it_was_cleaned() =>
        Given(Lobby()).When(Join("  Zoé\t\u200B de\u00A0 la  Tour "), at: 1).Then(new PlayerJoined(1, 0, "Zoé de la Tour", Operation(50)));

    [Fact]
    public void A_nickname_that_is_refused_takes_no_seat() =>
        Given(Lobby()).When(Join("\u200B"), at: 1).Then(GameErrorCode.NicknameEmpty);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(GameLimits.Faces - 1)]
    public void A_face_can_be_picked(int? face) =>
        Given(Lobby()).When(Join("Ann", face: face), at: 1).Then(new PlayerJoined(1, 0, "Ann", Operation(50)) { Face = face });

    [Theory]
    [InlineData(-1)]
    [InlineData(GameLimits.Faces)]
    [InlineData(int.MinValue)]
    public void A_face_that_cannot_be_drawn_is_refused(int face) =>
        Given(Lobby()).When(Join("Ann", face: face), at: 1).Then(GameErrorCode.OutOfRange);

    [Fact]
    public void The_name_of_a_removed_player_is_free_again()
    {
        var game = Given(Lobby("Ann"), Kicked(0)).When(Join("Ann"), at: 9_000).ThenDone();
        Assert.Equal(("Ann", 1), (game.Player(1).Nickname, game.State.SeatByNickname["ANN"]));
        game.When(Join("ann", operation: 51), at: 9_001).Then(GameErrorCode.NicknameTaken);
        Given(Lobby("Ann", "Bob"), Kicked(0)).WhenRenamed(1, "Ann", at: 9_000).ThenDone();
    }

    [Fact]
    public void A_kicked_player_who_repeats_the_join_is_refused_as_kicked() =>
        Given(Lobby("Ann"), Kicked(0)).When(Join("Ann", operation: 1), at: 9_000).Then(GameErrorCode.Kicked);

    [Fact]
    public void A_full_session_is_refused() =>
        Given(Lobby(new SessionSettings { MaxPlayers = 2 }, "Ann", "Bob")).When(Join("Cid"), at: 1).Then(GameErrorCode.SessionFull);

    [Fact]
    public void The_last_place_can_be_taken() =>
        Given(Lobby(new SessionSettings { MaxPlayers = 2 }, "Ann")).When(Join("Bob"), at: 1).Then(new PlayerJoined(1, 1, "Bob", Operation(50)));

    [Fact]
    public void A_kick_makes_room_but_the_seat_is_never_given_again() =>
        Given(Lobby(new SessionSettings { MaxPlayers = 2 }, "Ann", "Bob"), Kicked(0)).When(Join("Cid"), at: 9_000)
            .Then(new PlayerJoined(9_000, 2, "Cid", Operation(50)));

    [Fact]
    public void A_locked_session_is_refused() =>
        Given(Lobby("Ann"), new LockChanged(1, true)).When(Join("Bob"), at: 2).Then(GameErrorCode.SessionLocked);

    [Fact]
    public void An_unlocked_session_can_be_joined_again() =>
        Given(Lobby("Ann"), new LockChanged(1, true), new LockChanged(2, false)).When(Join("Bob"), at: 3)
            .Then(new PlayerJoined(3, 1, "Bob", Operation(50)));

    [Fact]
    public void A_late_joiner_is_refused_where_late_joining_is_off() =>
        Given(Lobby(new SessionSettings { LateJoin = false }, "Ann"), GettingReady()).When(Join("Bob"), at: 7_000).Then(GameErrorCode.NoLateJoin);

    [Fact]
    public void Where_late_joining_is_off_the_lobby_is_still_open() =>
        Given(Lobby(new SessionSettings { LateJoin = false })).When(Join("Bob"), at: 1).ThenDone();

    [Fact]
    public void A_late_joiner_can_answer_the_question_that_is_open() =>
        Given(Lobby("Ann"), Asked()).When(Join("Bob"), at: 11_000).ThenDone()
            .When(Answer(1, elapsed: 1_500), at: 11_500).ThenDone();

    [Fact]
    public void A_player_can_join_while_the_game_is_paused() =>
        Given(Lobby("Ann"), Asked(), Paused(11_000)).When(Join("Bob"), at: 12_000).ThenDone();

    [Fact]
    public void A_session_that_is_over_is_refused() =>
        Given(Lobby("Ann"), Finished(10)).When(Join("Bob"), at: 11).Then(GameErrorCode.SessionEnded);

    [Fact]
    public void A_session_that_was_never_launched_is_unknown() =>
        Given().When(Join("Bob"), at: 1).Then(GameErrorCode.UnknownSession);
}
