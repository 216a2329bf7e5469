using System.Collections.Immutable;
using Arena.Game;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.TestKit.Games;

/// <summary>One command, its decision, and the game before and after.</summary>
public sealed record Turn(GameState? Before, GameCommand Command, long NowMs, Decision Decision)
{
    public GameState? After { get; } = EventsOf(Decision).Aggregate(Before, Decider.Evolve);

    public ImmutableArray<GameEvent> Events => EventsOf(Decision);

    private static ImmutableArray<GameEvent> EventsOf(Decision decision) => decision is Decision.Accepted accepted ? accepted.Events : [];
}

/// <summary>A script played out: every turn that was taken.</summary>
public sealed class Playthrough
{
    private static readonly long[] Extremes =
        [0, 1, -1, 2, 7, 150, 151, 60_000, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, 5_000_000_000];

    private static readonly string[] Nicknames =
    [
        "Ann", "ann", "Bob", "Ａｎｎ", "Zoé", "Zoe\u0301", "李雷", "🎉", "", "  ", "\u200B", "\u202Ebob", "\uD800", "\uFFFE", "\u0301",
        "\uFDFA\uFDFA\uFDFA", new('x', 21), new('x', 10_000), "\u3164", "x\uFE0F", null!,
    ];

    private static readonly HostActionKind[] Actions =
    [
        HostActionKind.Start, HostActionKind.Advance, HostActionKind.Skip, HostActionKind.Extend, HostActionKind.Extend, HostActionKind.Pause, HostActionKind.Resume,
        HostActionKind.Resume, HostActionKind.Lock, HostActionKind.Unlock, HostActionKind.Unlock, HostActionKind.AutoAdvanceOn, HostActionKind.AutoAdvanceOff,
        HostActionKind.Kick, HostActionKind.End, HostActionKind.Rename, HostActionKind.Approve, HostActionKind.GrantTime, HostActionKind.GrantTime,
        HostActionKind.MoveToTeam, HostActionKind.MoveToTeam, HostActionKind.UndoSkip, HostActionKind.KeepOpen, HostActionKind.RemoveAbsent,
        HostActionKind.RemoveUnapproved, HostActionKind.ApproveAll, HostActionKind.AcceptAnswer, HostActionKind.AcceptAnswer,
    ];

    private static readonly AnswerValue[] WildAnswers =
    [
        new ChoiceAnswer(0), new ChoiceAnswer(-1), new ChoiceAnswer(int.MaxValue), new ChoicesAnswer(default), new ChoicesAnswer([0, int.MinValue]),
        new TextAnswer(null!), new TextAnswer("\uD800"), new TextAnswer(new('x', 10_000)), new WordsAnswer(default), new WordsAnswer([null!, "\uFFFE"]),
        new NumberAnswer(decimal.MaxValue), new OrderAnswer(default), new OrderAnswer([0, 0, 0]), new PointAnswer(double.NaN, 0),
        new PointAnswer(0, double.NegativeInfinity), null!,
    ];

    private readonly List<Turn> _turns = [];
    private long _nowMs = 1_000_000;

    private Playthrough()
    {
    }

    public IReadOnlyList<Turn> Turns => _turns;

    public GameState Final => _turns[^1].After!;

    public IEnumerable<GameEvent> Events => _turns.SelectMany(turn => turn.Events);

    public static Playthrough Of(Script script)
    {
        var play = new Playthrough();
        play.Take(Scenario.Launch(script.Settings, script.Quiz, seed: script.Variation));
        for (var player = 0; player < script.Players; player++)
            play.Take(Scenario.Join($"P{player}", operation: 10_000 + player));
        foreach (var move in script.Moves)
            play.Take(play.CommandOf(move));
        return play;
    }

    /// <summary>The same commands at the same times, in a game whose questions are changed.</summary>
    public Playthrough Again(Func<Quiz, Quiz> change)
    {
        var play = new Playthrough();
        foreach (var turn in _turns)
        {
            play._nowMs = turn.NowMs;
            play.Take(turn.Command is GameCommand.Launch { Quiz: not null } launch ? launch with { Quiz = change(launch.Quiz) } : turn.Command);
        }
        return play;
    }

    /// <summary>The state after any number of turns, by playing only the events.</summary>
    public static GameState? Replay(IEnumerable<GameEvent> events) => events.Aggregate((GameState?)null, Decider.Evolve);

    public static long Extreme(int number) => Extremes[(number & int.MaxValue) % Extremes.Length];

    public static string Nickname(int number) => Nicknames[(number & int.MaxValue) % Nicknames.Length];

    private void Take(GameCommand command)
    {
        var before = _turns.Count == 0 ? null : _turns[^1].After;
        _turns.Add(new Turn(before, command, _nowMs, Decider.Decide(before, command, _nowMs)));
    }

    private GameCommand CommandOf(Move move)
    {
        var state = Final;
        var operation = Scenario.Operation(20_000 + _turns.Count);
        _nowMs += move.Kind == MoveKind.Recover ? move.Time * 20 : move.Time % 2_000;
        switch (move.Kind)
        {
            case MoveKind.Join:
                return new GameCommand.Join(operation, Nickname(move.What))
                {
                    Face = move.Time % 3 == 0 ? null : move.What % 600,
                    Team = move.Time % 2 == 0 ? null : (move.Who % 5) - 1,
                };
            case MoveKind.HandOver:
                return new GameCommand.HandOverSeat(
                    move.Time % 4 == 0 ? Scenario.Operation(20_000 + (move.What % _turns.Count)) : operation, (move.Who % (state.Players.Count + 2)) - 1);
            case MoveKind.Next:
                return new GameCommand.NextQuestion(
                    move.Time % 16 == 0 ? (int)Extreme(move.Who) : 0, state.Step - (move.What % 8 == 0 ? 1 : 0), state.PlayerAt(0)?.Issue ?? 0);
            case MoveKind.Answer or MoveKind.RightAnswer:
                var seat = move.Who % (state.Players.Count + 1);
                return new GameCommand.SubmitAnswer(operation, seat, RoundOf(state), move.Kind == MoveKind.Answer ? AnswerOf(move, state) : RightAnswerTo(state), _nowMs - (move.Time % 700), move.What % 300)
                {
                    Issue = (state.PlayerAt(seat)?.Issue ?? 0) - (move.Time % 16 == 0 ? 1 : 0),
                    Stake = state.Settings.Mode is ConfidenceMode && state.Quiz.Questions[RoundOf(state)].Points > 0 ? move.Time % 5 * GameLimits.StakeStep : 0,
                };
            case MoveKind.WildAnswer:
                return new GameCommand.SubmitAnswer(
                    operation, move.Who % 3, (int)Extreme(move.What), WildAnswers[(move.Who & int.MaxValue) % WildAnswers.Length], Extreme(move.Time), (int)Extreme(move.Who + move.What))
                {
                    Stake = move.Time % 2 == 0 ? (int)Extreme(move.What + move.Time) : 0,
                };
            case MoveKind.ChangeFace:
                var faced = (move.Who % (state.Players.Count + 2)) - 1;
                return new GameCommand.ChangeFace(
                    faced, move.Time % 4 == 0 ? (int)Extreme(move.Who) : state.PlayerAt(faced)?.ShownFace ?? 0, move.Time % 8 == 0 ? (int)Extreme(move.What) : move.What,
                    (state.PlayerAt(faced)?.Issue ?? 0) - (move.What % 16 == 0 ? 1 : 0));
            case MoveKind.UseHint:
                var user = (move.Who % (state.Players.Count + 2)) - 1;
                var round = move.Time % 16 == 0 ? (int)Extreme(move.What) : RoundOf(state);
                return new GameCommand.UseHint(operation, user, round, (state.PlayerAt(user)?.Issue ?? 0) - (move.What % 16 == 0 ? 1 : 0));
            case MoveKind.UsePowerUp:
                var owner = state.Players.Find(player => !player.PowerUps.IsEmpty && (player.Seat >= move.Who % state.Players.Count || move.Time % 2 == 0))?.Seat
                    ?? (move.Who % (state.Players.Count + 2)) - 1;
                var hand = state.PlayerAt(owner)?.PowerUps ?? [];
                return new GameCommand.UsePowerUp(
                    operation, owner, move.Time % 16 == 0 ? (int)Extreme(move.What) : RoundOf(state),
                    hand.IsEmpty || move.Time % 8 == 0 ? (PowerUpKind)(move.What % 7) : hand[move.What % hand.Count],
                    (state.PlayerAt(owner)?.Issue ?? 0) - (move.What % 16 == 0 ? 1 : 0));
            case MoveKind.MoveOn:
                return new GameCommand.Host(operation, state.Step, state.Phase is Phase.Lobby ? new HostAction.Start() : new HostAction.Advance());
            case MoveKind.SkipOrUndo:
                return new GameCommand.Host(operation, state.Step, state.Skipped is null ? new HostAction.Skip() : new HostAction.UndoSkip());
            case MoveKind.HostAction:
                var kind = move.Time % 2 == 0 && Decider.PossibleActions(state).Contains(HostActionKind.AcceptAnswer)
                    ? HostActionKind.AcceptAnswer
                    : Actions[move.What % Actions.Length];
                return new GameCommand.Host(operation, state.Step, HostActions.Of(
                    kind, seat: (move.Who % 6) - 1, byMs: move.Time * 7, Nickname(move.Time),
                    (PlayerTime)(move.Time % 5), team: (move.Time % 5) - 1, absent: [(move.Who % 6) - 1, move.What % 6],
                    round: RoundOf(state), text: move.Who % 4 == 0 ? "Genf" : "Basel"));
            case MoveKind.WildHost:
                return new GameCommand.Host(
                    move.Time % 9 == 0 ? Guid.Empty : operation,
                    (int)Extreme(move.Who),
                    move.What % 20 == 0 ? null! : HostActions.Of(
                        Actions[move.What % Actions.Length], seat: (int)Extreme(move.Time), byMs: (int)Extreme(move.Time), Nickname(move.Who),
                        (PlayerTime)Extreme(move.What), team: (int)Extreme(move.What)));
            case MoveKind.Due:
                _nowMs = Math.Max(_nowMs, Decider.NextDeadline(state) ?? 0);
                return new GameCommand.Tick(state.Step);
            case MoveKind.WildTick:
                return new GameCommand.Tick(move.What % 2 == 0 ? state.Step - 1 : (int)Extreme(move.Who));
            case MoveKind.EveryoneAnswered:
                return new GameCommand.EveryoneAnswered(state.Step - (move.What % 5 == 0 ? 1 : 0));
            case MoveKind.EveryoneReturned:
                return new GameCommand.EveryoneReturned();
            case MoveKind.Presence:
                return new GameCommand.HostPresence(move.What % 2 == 0);
            case MoveKind.Recover:
                return new GameCommand.Recover(move.What % 3 == 0 ? Extreme(move.Who) : _nowMs - (move.Time * 15));
            case MoveKind.Repeat:
                return _turns[move.What % _turns.Count].Command;
            default:
                return new GameCommand.Launch(
                    Scenario.Operation(move.Who % 3), Nickname(move.What), move.Who % 2 == 0 ? state.Quiz : null!, state.Settings, move.Time);
        }
    }

    /// <summary>An answer that fits the question, most of the time: sometimes the right one.</summary>
    private static AnswerValue AnswerOf(Move move, GameState state)
    {
        var question = state.Quiz.Questions[RoundOf(state)];
        AnswerValue[] some = question switch
        {
            MultipleChoiceQuestion => [new ChoicesAnswer([move.What % 4]), new ChoicesAnswer([1, 2]), new ChoicesAnswer([0, 1, 3])],
            TypedAnswerQuestion or OpenTextQuestion => [new TextAnswer("Bern"), new TextAnswer("Basel"), new TextAnswer("")],
            NumberQuestion or SliderQuestion => [new NumberAnswer(1_900 + (move.What % 120)), new NumberAnswer(4_810.5m), new NumberAnswer(-1)],
            PinQuestion => [new PointAnswer(0.5, 0.5), new PointAnswer((move.What % 100) / 100.0, 0.9), new PointAnswer(1.5, 0)],
            OrderQuestion => [new OrderAnswer([0, 1, 2, 3]), new OrderAnswer([3, 2, 1, 0]), new OrderAnswer([2, 0, 3, 1])],
            MatchQuestion => [new OrderAnswer([0, 1, 2]), new OrderAnswer([2, 1, 0]), new OrderAnswer([1, 2, 0])],
            WordCloudQuestion => [new WordsAnswer(["sun", "sea"]), new WordsAnswer(["Sun"]), new WordsAnswer([])],
            _ => [ChoiceAnswer.Of(move.What % 5)],
        };
        return some[(move.Who + move.Time) % some.Length];
    }

    private static AnswerValue RightAnswerTo(GameState state)
    {
        var question = state.Quiz.Questions[RoundOf(state)];
        return EveryType.All.First(sample => sample.Question.Type == question.Type).Right(question)!;
    }

    private static int RoundOf(GameState state) => state.Phase switch
    {
        Phase.GetReady ready => ready.Round,
        Phase.Asking asking => asking.Round,
        Phase.Revealing revealing => revealing.Round,
        Phase.Standings standings => standings.Round,
        _ => 0,
    };
}
