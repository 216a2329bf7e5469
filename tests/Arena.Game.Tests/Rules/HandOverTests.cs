using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

public sealed class HandOverTests
{
    [Fact]
    public void A_handed_over_seat_keeps_the_player_and_revokes_earlier_tokens()
    {
        var game = Given(Lobby("Ann", "Bob"), Played(0, (0, 950, 0)), Asked(1), Answered(0, 900, round: 1))
            .When(HandOver(0), at: 15_000).Then(new SeatHandedOver(15_000, 0, Operation(70)));
        Assert.Equal(("Ann", 950, 1), (game.Player(0).Nickname, game.Player(0).Score, game.Player(0).Issue));
        Assert.Equal(900, game.Player(0).Pending!.Points);
        Assert.Equal(0, game.Player(1).Issue);
    }

    [Fact]
    public void The_device_that_took_the_seat_can_repeat_the_request()
    {
        var game = Given(Lobby("Ann", "Bob")).When(HandOver(0), at: 5_000).ThenDone();
        game.When(HandOver(0), at: 6_000).ThenNothing();
        game.When(Join("Ann", operation: 70), at: 6_000).ThenNothing();
        Assert.Equal(0, game.State.SeatByOperation[Operation(70)]);
    }

    [Fact]
    public void The_device_that_lost_it_has_no_seat_by_its_join_any_more() =>
        Given(Lobby("Ann", "Bob")).When(HandOver(0), at: 5_000).ThenDone()
            .When(Join("Ann", operation: 1), at: 6_000).Then(GameErrorCode.SeatHandedOver);

    [Fact]
    public void A_device_that_lost_the_seat_cannot_repeat_its_request() =>
        Given(Lobby("Ann")).When(HandOver(0), at: 5_000).ThenDone().When(HandOver(0, operation: 71), at: 6_000).ThenDone()
            .When(HandOver(0), at: 7_000).Then(GameErrorCode.SeatHandedOver);

    [Fact]
    public void The_device_that_lost_it_answers_no_more_and_the_one_that_has_it_does()
    {
        var game = Given(Lobby("Ann"), Asked()).When(HandOver(0), at: 11_000).ThenDone();
        game.When(Answer(0), at: 12_000).Then(GameErrorCode.SeatHandedOver);
        game.When(Answer(0, issue: 2), at: 12_000).Then(GameErrorCode.SeatHandedOver);
        game.When(Answer(0, issue: 1), at: 12_000).ThenDone();
    }

    [Fact]
    public void An_answer_that_counted_before_is_acknowledged_again_to_the_device_that_lost_the_seat()
    {
        var game = Given(Lobby("Ann"), Asked()).When(Answer(0), at: 12_000).ThenDone().When(HandOver(0), at: 12_500).ThenDone();
        game.When(Answer(0), at: 13_000).ThenNothing();
        game.When(Answer(0, operation: 61), at: 13_000).Then(GameErrorCode.SeatHandedOver);
        game.When(Answer(0, operation: 61, issue: 1), at: 13_000).Then(GameErrorCode.AlreadyAnswered);
    }

    [Fact]
    public void An_operation_that_led_to_one_seat_leads_to_no_other() =>
        Given(Lobby("Ann", "Bob")).When(HandOver(0, operation: 2), at: 5_000).Then(GameErrorCode.InvalidMessage);

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void A_seat_that_no_player_has_is_not_handed_over(int seat) =>
        Given(Lobby("Ann", "Bob")).When(HandOver(seat), at: 5_000).Then(GameErrorCode.UnknownSeat);

    [Fact]
    public void The_seat_of_a_removed_player_is_not_handed_over() =>
        Given(Lobby("Ann", "Bob"), Kicked(0)).When(HandOver(0), at: 6_000).Then(GameErrorCode.Kicked);

    [Fact]
    public void Without_an_operation_id_nothing_is_handed_over() =>
        Given(Lobby("Ann")).When(new GameCommand.HandOverSeat(Guid.Empty, 0), at: 5_000).Then(GameErrorCode.InvalidMessage);
}
