using System.Collections.Immutable;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Commands;

/// <summary>What a command leads to: events, or a refusal that changes nothing.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The command is accepted. No events: it had taken effect before, or there was nothing to do.</summary>
    public sealed record Accepted(ImmutableArray<GameEvent> Events) : Decision
    {
        /// <summary>For a repeated answer: the one that stands, regardless of what the repetition contains.</summary>
        public Answer? Standing { get; init; }
    }

    /// <summary>The command is refused.</summary>
    public sealed record Refused(GameErrorCode Code) : Decision;

    /// <summary>Accepted, and nothing to do.</summary>
    public static Decision Nothing { get; } = new Accepted([]);

    public static implicit operator Decision(GameErrorCode code) => new Refused(code);

    public static implicit operator Decision(GameEvent single) => new Accepted([single]);
}
