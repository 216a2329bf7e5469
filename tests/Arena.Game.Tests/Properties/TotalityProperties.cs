using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Properties;

/// <summary>No content of the journal, and no command on the game replayed from it, throws.</summary>
public sealed class TotalityProperties
{
    [Fact]
    public void Every_event_applies_to_every_game_and_every_game_can_be_seen_and_asked() => RandomGames.All((script, play) =>
    {
        var state = play.Final;
        foreach (var move in script.Moves)
        {
            state = Decider.Evolve(state, Wild(move, state));
            Text.View(Viewer.Everyone(state));
            foreach (var player in state.Players)
            {
                Text.View(Viewer.Seat(state, player));
                Text.View(Viewer.Results(state, player));
                Text.View(Viewer.Roster(state, player, connected: false));
            }
            var due = Decider.NextDeadline(state) ?? 0;
            foreach (var command in play.Turns.Select(turn => turn.Command).Take(8).Append(new GameCommand.Tick(state.Step))
                .Append(new GameCommand.Recover(Playthrough.Extreme(move.Who)))
                .Append(new GameCommand.EveryoneAnswered(state.Step))
                .Append(new GameCommand.EveryoneReturned())
                .Append(new GameCommand.HostPresence(!state.HostAway))
                .Concat(Enum.GetValues<HostActionKind>().Select(kind => new GameCommand.Host(Scenario.Operation(move.Time), state.Step, HostActions.Of(kind, seat: 1)))))
            {
                if (Decider.Decide(state, command, Math.Clamp(due, 0, 1L << 60)) is Decision.Accepted accepted)
                    Assert.NotNull(accepted.Events.Aggregate(state, Decider.Evolve));
            }
        }
    });

    /// <summary>An event that need not make sense here.</summary>
    private static GameEvent Wild(Move move, GameState state)
    {
        var number = move.What % 3 == 0 ? Playthrough.Extreme(move.Who) : move.Who % 5;
        var small = (int)number;
        var instant = move.Time % 3 == 0 ? Playthrough.Extreme(move.What) : state.LastActiveAtMs + move.Time;
        return (move.Time % 31) switch
        {
            0 => new PlayerJoined(instant, move.What % 2 == 0 ? state.Players.Count : small, Playthrough.Nickname(move.Who) ?? "", Scenario.Operation(small))
            {
                Previous = move.Who % 2 == 0 ? null : new(small, small, move.What % 3 == 0),
            },
            1 => new PlayerKicked(instant, small),
            2 => new HostCommanded(instant, Scenario.Operation(small)),
            3 => new LockChanged(instant, small % 2 == 0),
            4 => new PaceChanged(instant, move.Who % 2 == 0, move.What % 2 == 0, move.Who % 3 == 0 ? null : instant),
            5 => new GetReadyShown(instant, small, instant),
            6 or 7 => new QuestionAsked(instant, small, instant, instant + number),
            8 or 9 => new AnswerAccepted(instant, move.What % 4, new Answer(
                state.Phase is Phase.Asking asking ? asking.Round : small, Scenario.Operation(move.What), ChoiceAnswer.Of(small), instant, small, small, Verdict.Correct, 1, small, small)),
            10 => new QuestionExtended(instant, number),
            11 => new GamePaused(instant, number, move.Who % 2 == 0 ? null : instant),
            12 => new GameResumed(instant, number),
            13 => new QuestionClosed(instant, small, new CountsTally([.. Enumerable.Repeat(small, move.What % 4)]), move.Who % 2 == 0 ? null : instant),
            14 => new QuestionSkipped(instant, small),
            15 => new StandingsShown(instant, small, move.Who % 2 == 0 ? null : instant),
            16 => new PlayerRenamed(instant, small, Playthrough.Nickname(move.What) ?? ""),
            17 => new NamesApproved(instant, [small, move.What % 4]),
            18 => new TimeGranted(instant, move.What % 4, (PlayerTime)(move.Who % 6)),
            20 => new PlayerMoved(instant, move.What % 4, small),
            19 => new OvertimeBegun(instant, state.Phase is Phase.Asking open ? open.Round : small),
            21 => new SeatHandedOver(instant, small, Scenario.Operation(move.What)),
            22 => new SkipUndone(instant, small, number),
            23 => new ExpiryAnnounced(instant, number),
            24 => new TextAccepted(instant, small, Playthrough.Nickname(move.Who) ?? "", [new(move.What % 4, new Answer(
                small, Scenario.Operation(move.What), new TextAnswer("Basel"), instant, small, small, Verdict.Correct, 1, small, small), small)]),
            25 => new HintUsed(instant, move.What % 4, small, Scenario.Operation(move.What)),
            26 => new PowerUpUsed(instant, small, new(move.Who % 5, Scenario.Operation(move.What), (PowerUpKind)(move.Who % 6), PowerUp.All[move.Who % 6].Effect)
            {
                Removed = [small],
            }),
            27 => new PowerUpsEarned(instant, small, [new(small, (PowerUpKind)(move.Who % 6)), new(move.What % 4, (PowerUpKind)(move.What % 6))]),
            28 => new SecondAnswerAccepted(instant, move.What % 4, new Answer(
                state.Phase is Phase.Asking second ? second.Round : small, Scenario.Operation(move.What), ChoiceAnswer.Of(small), instant, small, small, Verdict.Correct, 1, small, small)
            {
                IsSecond = true,
            }),
            29 => new FaceChanged(instant, small, small),
            _ => new SessionFinished(instant, (EndReason)small),
        };
    }
}
