using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Arena.Game.Vocabulary;

/// <summary>What a host can do. A closed family: each action carries what it needs and nothing else. On the wire <c>kind</c> names the case.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Start), "start")]
[JsonDerivedType(typeof(Advance), "advance")]
[JsonDerivedType(typeof(Skip), "skip")]
[JsonDerivedType(typeof(UndoSkip), "undoSkip")]
[JsonDerivedType(typeof(Extend), "extend")]
[JsonDerivedType(typeof(Pause), "pause")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(Lock), "lock")]
[JsonDerivedType(typeof(Unlock), "unlock")]
[JsonDerivedType(typeof(AutoAdvanceOn), "autoAdvanceOn")]
[JsonDerivedType(typeof(AutoAdvanceOff), "autoAdvanceOff")]
[JsonDerivedType(typeof(Kick), "kick")]
[JsonDerivedType(typeof(RemoveAbsent), "removeAbsent")]
[JsonDerivedType(typeof(RemoveUnapproved), "removeUnapproved")]
[JsonDerivedType(typeof(Rename), "rename")]
[JsonDerivedType(typeof(Approve), "approve")]
[JsonDerivedType(typeof(ApproveAll), "approveAll")]
[JsonDerivedType(typeof(GrantTime), "grantTime")]
[JsonDerivedType(typeof(MoveToTeam), "moveToTeam")]
[JsonDerivedType(typeof(KeepOpen), "keepOpen")]
[JsonDerivedType(typeof(End), "end")]
[JsonDerivedType(typeof(AcceptAnswer), "acceptAnswer")]
public abstract record HostAction
{
    private HostAction(HostActionKind kind) => Kind = kind;

    /// <summary>Which case it is.</summary>
    [JsonIgnore]
    public HostActionKind Kind { get; }

    /// <summary>Leave the lobby for the first question.</summary>
    public sealed record Start() : HostAction(HostActionKind.Start);

    /// <summary>Advance to the next phase: close the open question, show the standings, ask the next question, end.</summary>
    public sealed record Advance() : HostAction(HostActionKind.Advance);

    /// <summary>Drop the current question: it does not count. Can be undone until the next question is shown.</summary>
    public sealed record Skip() : HostAction(HostActionKind.Skip);

    /// <summary>Reopen the question that was skipped last, with its answers and the time that was left.</summary>
    public sealed record UndoSkip() : HostAction(HostActionKind.UndoSkip);

    /// <summary>Keep the open question open for longer, up to the longest time limit in all.</summary>
    /// <param name="ByMs">For how much longer, in milliseconds: <see cref="GameLimits.MaxExtendMs"/> at most.</param>
    public sealed record Extend(int ByMs) : HostAction(HostActionKind.Extend);

    /// <summary>Stop the clock.</summary>
    public sealed record Pause() : HostAction(HostActionKind.Pause);

    /// <summary>Start the clock again.</summary>
    public sealed record Resume() : HostAction(HostActionKind.Resume);

    /// <summary>Take no new players.</summary>
    public sealed record Lock() : HostAction(HostActionKind.Lock);

    /// <summary>Take new players again.</summary>
    public sealed record Unlock() : HostAction(HostActionKind.Unlock);

    /// <summary>Let the game advance by itself.</summary>
    public sealed record AutoAdvanceOn() : HostAction(HostActionKind.AutoAdvanceOn);

    /// <summary>Advance the game by hand.</summary>
    public sealed record AutoAdvanceOff() : HostAction(HostActionKind.AutoAdvanceOff);

    /// <summary>Remove a player.</summary>
    /// <param name="Seat">The player's seat.</param>
    public sealed record Kick(int Seat) : HostAction(HostActionKind.Kick);

    /// <summary>Remove all players who are not connected.</summary>
    public sealed record RemoveAbsent() : HostAction(HostActionKind.RemoveAbsent)
    {
        /// <summary>The seats of these players. The session knows them, not the caller: no event records who is connected.</summary>
        [JsonIgnore]
        public ImmutableArray<int> Seats { get; init; } = [];
    }

    /// <summary>Remove all players whose name no host has approved.</summary>
    public sealed record RemoveUnapproved() : HostAction(HostActionKind.RemoveUnapproved);

    /// <summary>Give a player another name. The rules are those of joining.</summary>
    /// <param name="Seat">The player's seat.</param>
    /// <param name="Nickname">As the host typed it.</param>
    public sealed record Rename(int Seat, string Nickname) : HostAction(HostActionKind.Rename)
    {
        /// <summary>Whether the name holds a word that not every host wants to read. The session finds out, not the caller.</summary>
        [JsonIgnore]
        public bool Unfit { get; init; }
    }

    /// <summary>Let everyone see the name of a player.</summary>
    /// <param name="Seat">The player's seat.</param>
    public sealed record Approve(int Seat) : HostAction(HostActionKind.Approve);

    /// <summary>Let everyone see the names of all players who wait for it.</summary>
    public sealed record ApproveAll() : HostAction(HostActionKind.ApproveAll);

    /// <summary>Grant a player more time, or no more than the others have.</summary>
    /// <param name="Seat">The player's seat.</param>
    /// <param name="Time">How long the player has for every question, the open one included.</param>
    public sealed record GrantTime(int Seat, PlayerTime Time) : HostAction(HostActionKind.GrantTime);

    /// <summary>Put a player into another team. The player's points go along.</summary>
    /// <param name="Seat">The player's seat.</param>
    /// <param name="Team">The team, from 0.</param>
    public sealed record MoveToTeam(int Seat, int Team) : HostAction(HostActionKind.MoveToTeam);

    /// <summary>Keep a session open that is about to end because nothing happens in it.</summary>
    public sealed record KeepOpen() : HostAction(HostActionKind.KeepOpen);

    /// <summary>End the game now.</summary>
    public sealed record End() : HostAction(HostActionKind.End);

    /// <summary>Accept a text that was typed as an answer to the question that is revealed: all who gave it get their points.</summary>
    /// <param name="Round">Index of the question.</param>
    /// <param name="Text">The text, as hosts see it.</param>
    public sealed record AcceptAnswer(int Round, string Text) : HostAction(HostActionKind.AcceptAnswer);
}
