using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

public sealed class FaceChangingTests
{
    [Fact]
    public void A_player_changes_the_face_in_the_lobby_as_often_as_wanted()
    {
        var game = Given(Lobby("Ann", "Bob")).When(Change(0, from: 0, to: 300), at: 5_000).Then(new FaceChanged(5_000, 0, 300));
        Assert.Equal(300, game.Player(0).ShownFace);
        game.When(Change(0, from: 300, to: 12), at: 6_000).Then(new FaceChanged(6_000, 0, 12));
        Assert.NotEqual(12, game.Player(1).ShownFace);
    }

    [Fact]
    public void A_change_that_is_repeated_or_overtaken_by_a_later_one_changes_nothing()
    {
        var game = Given(Lobby("Ann"), new FaceChanged(5_000, 0, 300), new FaceChanged(5_001, 0, 12));
        game.When(Change(0, from: 300, to: 12), at: 6_000).ThenDone();
        game.When(Change(0, from: 0, to: 300), at: 6_000).ThenDone();
        Assert.Equal(12, game.Player(0).ShownFace);
    }

    [Fact]
    public void It_is_refused_after_the_lobby_and_for_a_seat_or_a_face_that_is_none()
    {
        var lobby = Given(Lobby("Ann", "Bob"), Kicked(1));
        lobby.When(Change(7, from: 0, to: 1), at: 5_000).Then(GameErrorCode.UnknownSeat);
        lobby.When(Change(1, from: 0, to: 1), at: 5_000).Then(GameErrorCode.Kicked);
        lobby.When(new GameCommand.ChangeFace(0, 0, 1, Issue: 1), at: 5_000).Then(GameErrorCode.SeatHandedOver);
        lobby.When(Change(0, from: 0, to: -1), at: 5_000).Then(GameErrorCode.OutOfRange);
        lobby.When(Change(0, from: 0, to: GameLimits.Faces), at: 5_000).Then(GameErrorCode.OutOfRange);
        Given(Lobby("Ann"), Asked()).When(Change(0, from: 0, to: 1), at: Opens).Then(GameErrorCode.NotNow);
        Given(Lobby("Ann"), Finished(50_000)).When(Change(0, from: 0, to: 1), at: 51_000).Then(GameErrorCode.SessionEnded);
    }

    private static GameCommand.ChangeFace Change(int seat, int from, int to) => new(seat, from, to);
}
