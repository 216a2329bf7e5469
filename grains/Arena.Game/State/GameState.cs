using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.State;

/// <summary>One game, whole. Only <see cref="Rules.Evolution"/> makes a new one from an old one.</summary>
public sealed record GameState(Guid SessionId, string Code, Quiz Quiz, SessionSettings Settings)
{
    /// <summary>How many host operations are remembered.</summary>
    public const int RememberedOperations = 64;

    public Phase Phase { get; init; } = new Phase.Lobby();

    /// <summary>Counts the phases gone through.</summary>
    public int Step { get; init; }

    /// <summary>When the phase began.</summary>
    public long PhaseSinceMs { get; init; }

    /// <summary>When something last happened in the session, joins and answers included.</summary>
    public long LastActiveAtMs { get; init; }

    /// <summary>A session without activity ends after so many milliseconds.</summary>
    public int IdleExpiryMs { get; init; } = GameLimits.DefaultIdleExpiryMs;

    /// <summary>When the session ends unless something happens, once that has been announced.</summary>
    public long? ExpiresAtMs { get; init; }

    /// <summary>The question that was skipped last, until the next one is shown.</summary>
    public SkippedQuestion? Skipped { get; init; }

    public Pause? Pause { get; init; }

    public bool Locked { get; init; }

    public bool AutoAdvance { get; init; }

    public bool HostAway { get; init; }

    /// <summary>By seat.</summary>
    public ImmutableList<Player> Players { get; init; } = [];

    /// <summary>Players who were not kicked.</summary>
    public int PlayerCount { get; init; }

    /// <summary>Seats by nickname, under each of its <see cref="Names.Nicknames.Looks"/>.</summary>
    public ImmutableSortedDictionary<string, int> SeatByNickname { get; init; } =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Which seat a join operation led to.</summary>
    public ImmutableSortedDictionary<Guid, int> SeatByOperation { get; init; } = ImmutableSortedDictionary<Guid, int>.Empty;

    /// <summary>Seats by those that their players had in the game that this one continues.</summary>
    public ImmutableSortedDictionary<int, int> SeatByPrevious { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>Operations that led to a seat before it was handed over to another device: they lead to none any more.</summary>
    public ImmutableSortedSet<Guid> VoidOperations { get; init; } = [];

    /// <summary>Host operations that took effect, oldest first.</summary>
    public ImmutableList<Guid> Operations { get; init; } = [];

    /// <summary>The series that the game continues, or null.</summary>
    public GameSeries? Series { get; init; }

    /// <summary>Seed of the draws during the game. No view has it.</summary>
    public long Seed { get; init; }

    /// <summary>What became of each question so far.</summary>
    public ImmutableList<RoundSummary> Rounds { get; init; } = [];

    /// <summary>Whether the game moves on without the host.</summary>
    public bool MovesByItself => AutoAdvance || HostAway;

    public bool Ended => Phase is Phase.Finished;

    /// <summary>The player of a seat, or null.</summary>
    public Player? PlayerAt(int seat) => seat >= 0 && seat < Players.Count ? Players[seat] : null;

    /// <summary>The ranked players, best first. Those who were kicked have none.</summary>
    public IEnumerable<Player> Ranked() => Players.Where(player => player.Rank > 0).OrderBy(player => player.Rank).ThenBy(player => player.Seat);
}
