using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Arena.Game.Vocabulary;

namespace Arena.Game.State;

/// <summary>A player of a game. The seat, counted from 0, never changes and is never given again.</summary>
public sealed record Player(int Seat, string Nickname, Guid JoinOperation)
{
    /// <summary>Sum of the points and bonuses of <see cref="Answers"/>.</summary>
    public int Score { get; init; }

    /// <summary>Correct answers in a row.</summary>
    public int Streak { get; init; }

    /// <summary>As of the last revealed question, 0 before.</summary>
    public int Rank { get; init; }

    /// <summary>As of the question before that, or null.</summary>
    public int? PreviousRank { get; init; }

    /// <summary>Points behind the next better rank.</summary>
    public int ToNext { get; init; }

    /// <summary>The seat in the game that this one continues, or null.</summary>
    public int? PreviousSeat { get; init; }

    /// <summary>What the player earned in the earlier games of the series.</summary>
    public int SeriesPoints { get; init; }

    /// <summary>By the points of the whole series, once the game is over; 0 before, and where there is no series.</summary>
    public int SeriesRank { get; init; }

    /// <summary>The first question that the player can answer: not 0 for a late joiner.</summary>
    public int FirstRound { get; init; }

    /// <summary>The face that the player picked, or null.</summary>
    public int? Face { get; init; }

    /// <summary>The team, from 0, where there are teams.</summary>
    public int? Team { get; init; }

    /// <summary>How long the player has for every question.</summary>
    public PlayerTime Time { get; init; }

    /// <summary>How often the seat was handed over to another device: tokens of an earlier issue are void.</summary>
    public int Issue { get; init; }

    /// <summary>Whether everyone may see the name.</summary>
    public bool Approved { get; init; } = true;

    /// <summary>Whether the host removed the player.</summary>
    public bool Kicked { get; init; }

    /// <summary>The answer to the question that is open. Counts once the question is closed.</summary>
    public Answer? Pending { get; init; }

    /// <summary>The answers that counted, in order of rounds: the ledger.</summary>
    public ImmutableList<Answer> Answers { get; init; } = [];

    /// <summary>The rounds whose hint the player has used.</summary>
    public ImmutableSortedSet<int> Hints { get; init; } = [];

    /// <summary>The rounds that the player has missed, where the mode counts them, and until the player is out.</summary>
    public ImmutableSortedSet<int> Missed { get; init; } = [];

    /// <summary>The power-ups in hand, each of another kind.</summary>
    public ImmutableList<PowerUpKind> PowerUps { get; init; } = [];

    /// <summary>The power-ups that were used, in order of rounds: one a round.</summary>
    public ImmutableList<PowerUpUse> PowerUpUses { get; init; } = [];

    /// <summary>The round that brought the last power-up, or null.</summary>
    public int? PowerUpEarnedIn { get; init; }

    /// <summary>The name as others see it: empty until it is approved.</summary>
    public string PublicName => Approved ? Nickname : "";

    /// <summary>The face as everyone sees it: without a picked one that of the seat, so that another name does not change it.</summary>
    public int ShownFace => Face ?? Faces.Of(Seat);

    /// <summary>The power-up that is used on a round, or null.</summary>
    public PowerUpUse? PowerUpOn(int round) => PowerUpUses.IsEmpty ? null : PowerUpUses.Find(use => use.Round == round);

    /// <summary>The answer given to a round, whether it counts yet or not.</summary>
    public Answer? AnswerTo(int round) => Pending?.Round == round ? Pending : Answers.Find(answer => answer.Round == round);
}

/// <summary>A line of the ledger: one answer, how its time was judged and what it earned.</summary>
/// <param name="Round">Index of the question.</param>
/// <param name="OperationId">Of the command that gave it.</param>
/// <param name="Value">The answer.</param>
/// <param name="StampMs">When it reached a gateway.</param>
/// <param name="RawMs">The stamp counted from the opening.</param>
/// <param name="CompensationMs">The deduction for the player's link, within the cap.</param>
/// <param name="Verdict">Whether it was right.</param>
/// <param name="Share">Which share of the points it earned, before time was taken into account.</param>
/// <param name="Points">For the answer.</param>
/// <param name="StreakBonus">For the row it continues.</param>
public sealed record Answer(
    int Round, Guid OperationId, AnswerValue Value, long StampMs, int RawMs, int CompensationMs, Verdict Verdict, double Share, int Points,
    int StreakBonus)
{
    /// <summary>Points that the player bet on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Stake { get; init; }

    /// <summary>Whether it was the second of a player with a second chance.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSecond { get; init; }

    /// <summary>
    /// The other answer of a player with a second chance: of one that is pending the second, until the question closes; of one that counted the one that
    /// did not.
    /// </summary>
    public Answer? Other { get; init; }

    /// <summary>The one of both that counts: the one that earns more, then the one that is right, then the first.</summary>
    public Answer Better()
    {
        if (Other is not { } other)
            return this;
        var (own, others) = (Points + StreakBonus, other.Points + other.StreakBonus);
        var isBetter = others > own || (others == own && (other.Verdict < Verdict || (other.Verdict == Verdict && !other.IsSecond)));
        return isBetter ? other with { Other = this with { Other = null } } : this;
    }

    /// <summary>The time that was scored.</summary>
    public int ElapsedMs => Math.Max(0, RawMs - CompensationMs);
}
