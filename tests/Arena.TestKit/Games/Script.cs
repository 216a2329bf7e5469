using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.TestKit.Games;

/// <summary>What someone tries next. The numbers are given a meaning by the state that it meets, so that most moves make sense.</summary>
public sealed record Move(MoveKind Kind, int Who, int What, int Time);

public enum MoveKind
{
    Join,
    HandOver,
    Next,
    Answer,
    RightAnswer,
    WildAnswer,
    UseHint,
    ChangeFace,
    UsePowerUp,
    MoveOn,
    SkipOrUndo,
    HostAction,
    WildHost,
    Due,
    WildTick,
    EveryoneAnswered,
    EveryoneReturned,
    Presence,
    Recover,
    Repeat,
    Launch,
}

/// <summary>A random game: its launch, and the moves that are then tried.</summary>
/// <param name="Players">How many join at once.</param>
/// <param name="Questions">How many questions the quiz has.</param>
/// <param name="Flags">Bits for the settings.</param>
/// <param name="Variation">Bits for points, options and time limits.</param>
/// <param name="Key">Chooses the correct options.</param>
/// <param name="Moves">The moves that are tried.</param>
public sealed record Script(int Players, int Questions, int Flags, int Variation, int Key, ImmutableArray<Move> Moves)
{
    /// <summary>How a single player plays it alone, or null.</summary>
    public SelfPace? Pace { get; init; }

    public SessionSettings Settings => Pace is null ? WithHost : WithHost with { Pace = Pace, Mode = new ClassicMode(), PowerUps = null, MaxPlayers = 1, Teams = 0 };

    private SessionSettings WithHost => new()
    {
        Mode = Mode,
        Formula = (Flags & 1) == 0 ? ScoringFormula.Speed : ScoringFormula.Flat,
        StreakBonus = (Flags & 2) == 0,
        LateJoin = (Flags & 4) == 0,
        AutoAdvance = (Flags & 8) != 0,
        ContinueWithoutHost = (Flags & 1_024) == 0,
        Shuffle = (Flags & 16) != 0,
        GetReadyMs = (Flags & 32) == 0 ? 3_000 : 0,
        QuestionCount = (Flags & 64) == 0 ? 10 : 2,
        MaxPlayers = (Flags & 128) == 0 ? 2_000 : 4,
        ApproveNames = (Flags & 256) != 0,
        Teams = (Flags & 2_048) == 0 ? 0 : 3,
        PowerUps = (Key % 4) == 0 ? null : new() { Earning = (PowerUpEarning)(Key % 3) },
        Untimed = (Flags & 512) != 0 && (Flags & 1024) != 0,
    };

    /// <summary>Half of all games are classic.</summary>
    private GameMode Mode => (Flags >> 12) switch
    {
        0 => new SurvivorMode(1),
        1 or 2 => new SurvivorMode(2),
        3 => new RaceMode(2_000),
        4 or 5 => new ConfidenceMode(),
        6 when (Flags & 2_048) == 0 => new SharedDeviceMode(2_000),
        _ => new ClassicMode(),
    };

    public Quiz Quiz => Quizzes.Of([.. Enumerable.Range(0, Questions).Select(Question (number) =>
    {
        var bits = Variation >> (number * 3);
        var options = 2 + (bits & 3);
        // Half of all games are of choices alone, as most are.
        if ((Key & 1) != 0)
        {
            var sample = EveryType.All[(Variation + (number * 5)) % EveryType.All.Length].Question;
            return sample with { Id = Scenario.Operation(2_000 + number), Hint = sample.Hint ?? (sample.IsScored() ? new("It is short.") : null) };
        }
        return Quizzes.Question(number, points: ((bits >> 1) & 3) switch { 0 => 0, 3 => 2000, _ => 1000 }, timeLimit: (bits & 4) == 0 ? 5_000 : 20_000) with
        {
            Options = Quizzes.Options(options, correct: (Key + number) % options),
            Hint = (bits & 3) == 0 ? null : new("It is short.", CostPercent: (bits & 4) == 0 ? 25 : 100),
        };
    })]);

    public override string ToString() =>
        $"{Players} players, {Questions} questions, flags {Flags}, variation {Variation}, key {Key}\n" + string.Join('\n', Moves);
}
