using Arena.Game.Events;
using Arena.Game.State;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

public sealed class EvolutionTests
{
    [Fact]
    public void A_history_that_does_not_begin_with_a_launch_is_no_game() =>
        Assert.Throws<ArgumentNullException>(() => Decider.Evolve(null, Joined(0, "Ann")));

    public static TheoryData<string, GameEvent> Impossible => new()
    {
        { "get ready for a round that is not there", GettingReady(3) },
        { "a question that is not there", Asked(3) },
        { "a negative question", Asked(-1) },
        { "the close of a question that is not there", Closed(int.MaxValue) },
        { "the skip of a question that is not there", Skipped(3) },
        { "standings of a round that is not there", Standings(-1) },
        { "a seat out of order", Joined(5, "Zoe") },
        { "a seat that is taken", Joined(0, "Zoe") },
        { "an answer from a seat that is not there", Answered(9, 950) },
        { "an answer to another round", Answered(0, 950, round: 1) },
        { "a second answer", Answered(1, 1000) },
        { "the kick of a seat that is not there", Kicked(-1) },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void An_impossible_event_changes_nothing(string what, GameEvent happened)
    {
        Assert.NotEmpty(what);
        var game = Situations.Named("asking").State;
        Assert.Equal(Text.State(game), Text.State(Decider.Evolve(game, happened) with { LastActiveAtMs = game.LastActiveAtMs }));
    }

    [Fact]
    public void An_answer_of_a_kicked_player_does_not_count()
    {
        var game = Given(Lobby("Ann"), Asked(), Kicked(0), Answered(0, 950));
        Assert.Equal((0, null), (Assert.IsType<Phase.Asking>(game.State.Phase).Answered, game.Player(0).Pending));
    }

    [Fact]
    public void Replay_uses_the_recorded_points_of_an_answer() =>
        Assert.Equal(123, Given(Lobby("Ann"), Asked(), Answered(0, 123), Closed()).Player(0).Score);
}
