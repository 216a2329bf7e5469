using System.Collections.Immutable;
using Arena.Game.Vocabulary;

namespace Arena.Game.Views;

/// <summary>What one player alone may see, whole. Shows whether the answer is right only once the question is revealed.</summary>
/// <param name="Seat">The player's seat, from 0.</param>
/// <param name="Nickname">As it was accepted.</param>
/// <param name="Score">Sum of all points so far.</param>
/// <param name="Streak">Correct answers in a row.</param>
/// <param name="Rank">From 1, as of the last revealed question; 0 before the first.</param>
/// <param name="PreviousRank">Before the last revealed question, or null.</param>
/// <param name="ToNext">Points behind the next better rank; 0 for the first.</param>
/// <param name="Chosen">The answer to the question that is open, or null.</param>
/// <param name="Result">What the last revealed question brought, or null.</param>
/// <param name="Time">How long this player has for every question.</param>
/// <param name="Approved">Whether the others see the name; until then they see none.</param>
/// <param name="Face">The face that the player picked, below <see cref="GameLimits.Faces"/>, or the one of the seat.</param>
/// <param name="Team">The player's team, one of <see cref="SessionView.Teams"/>, or null where there are none.</param>
/// <param name="FirstRound">The first question that the player could answer, from 0: those before it brought nothing, not even a result.</param>
public sealed record SeatView(
    int Seat, string Nickname, int Score, int Streak, int Rank, int? PreviousRank, int ToNext, AnswerValue? Chosen, RoundResult? Result,
    PlayerTime Time, bool Approved, int Face, int? Team, int FirstRound)
{
    /// <summary>The hint of the open question, once the player has used it; else null.</summary>
    public string? Hint { get; init; }

    /// <summary>The player in the series of games, or null where there is none.</summary>
    public SeatSeries? Series { get; init; }

    /// <summary>Points that the player bet on the answer to the question that is open.</summary>
    public int Stake { get; init; }

    /// <summary>The power-ups that the player has in hand; <see cref="AskingView.PowerUps"/> says which have an effect on the open question.</summary>
    public ImmutableArray<PowerUpKind> PowerUps { get; init; } = [];

    /// <summary>The one of them that the revealed question brought, or null.</summary>
    public PowerUpKind? EarnedPowerUp { get; init; }

    /// <summary>What the player has in effect on the open question, or null.</summary>
    public PowerUpInEffect? PowerUp { get; init; }

    /// <summary>The second answer to the open question of a player with a second chance, or null.</summary>
    public AnswerValue? SecondChosen { get; init; }

    /// <summary>How many questions the player can still miss; null where the mode counts none. With 0 the player is out: answers earn nothing.</summary>
    public int? Lives { get; init; }
}

/// <summary>A power-up that is used on the open question.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Removed">The options that it removed, ascending.</param>
public sealed record PowerUpInEffect(PowerUpEffect Effect, ImmutableArray<int> Removed);

/// <summary>Where a player stands in a series of games.</summary>
/// <param name="Points">Of all games that the player came along for, this one included.</param>
/// <param name="Rank">From 1, once the game is over; 0 before.</param>
public sealed record SeatSeries(int Points, int Rank);

/// <summary>What one question brought one player. The player's score is the sum of <c>Points + StreakBonus</c> over all of them.</summary>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Answer">The answer, or null if none was given.</param>
/// <param name="Verdict">Whether it was right; no answer is wrong, where anything is.</param>
/// <param name="Points">For the answer.</param>
/// <param name="StreakBonus">For the row of correct answers it continues.</param>
/// <param name="ElapsedMs">The time that was scored, in milliseconds from the opening, or null.</param>
public sealed record RoundResult(int Round, AnswerValue? Answer, Verdict Verdict, int Points, int StreakBonus, int? ElapsedMs)
{
    /// <summary>Whether the player used the question's hint: its points are what that left.</summary>
    public bool UsedHint { get; init; }

    /// <summary>The power-up that the player used on the question, or null.</summary>
    public PowerUpKind? PowerUp { get; init; }

    /// <summary>Whether it is the second answer that counted, for a share of its points.</summary>
    public bool IsSecond { get; init; }

    /// <summary>Points that the player bet on the answer; <c>Points</c> has what became of them.</summary>
    public int Stake { get; init; }
}

/// <summary>What the host sees of one player.</summary>
/// <param name="Seat">The player's seat.</param>
/// <param name="Nickname">As it was accepted.</param>
/// <param name="Score">Sum of all points so far.</param>
/// <param name="Connected">Whether a browser holds the seat now.</param>
/// <param name="Answered">Whether the open question is answered.</param>
/// <param name="Kicked">Whether the host removed the player.</param>
/// <param name="Time">How long the player has for every question.</param>
/// <param name="Approved">Whether the others see the name.</param>
/// <param name="Face">The player's face: picked, or the one of the seat.</param>
/// <param name="Team">The player's team, or null.</param>
/// <param name="Rank">From 1, as of the last revealed question; 0 before the first, and for a player who was removed.</param>
public sealed record RosterLine(
    int Seat, string Nickname, int Score, bool Connected, bool Answered, bool Kicked, PlayerTime Time, bool Approved, int Face, int? Team, int Rank)
{
    /// <summary>How many hints the player has used.</summary>
    public int Hints { get; init; }

    /// <summary>How many power-ups the player has used.</summary>
    public int PowerUps { get; init; }

    /// <summary>How many questions the player can still miss, 0 for one who is out; null where the mode counts none.</summary>
    public int? Lives { get; init; }
}

/// <summary>What the host alone may see: a difference, or the whole in a snapshot.</summary>
/// <param name="Answered">Answers to the open question so far.</param>
/// <param name="Connected">Players with a browser that is connected.</param>
/// <param name="Tally">Statistics of the answers to the question that is open or revealed; null when there is none.</param>
/// <param name="Changed">Roster lines that differ from the last frame; all of them in a snapshot.</param>
/// <param name="Possible">What the host can do now. A command of another kind is refused.</param>
public sealed record HostView(
    int Answered, int Connected, Tally? Tally, ImmutableArray<RosterLine> Changed, ImmutableArray<HostActionKind> Possible);
