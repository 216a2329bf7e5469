using System.Collections.Immutable;
using Arena.Game.Vocabulary;

namespace Arena.TestKit.Games;

/// <summary>A host's actions by their kind, for tests that hold for several.</summary>
public static class HostActions
{
    public static HostAction Of(
        HostActionKind kind, int seat = 0, int byMs = 5_000, string nickname = "Zoe", PlayerTime time = PlayerTime.Double, int team = 0,
        ImmutableArray<int>? absent = null, int round = 0, string text = "Basel") => kind switch
        {
            HostActionKind.Start => new HostAction.Start(),
            HostActionKind.Advance => new HostAction.Advance(),
            HostActionKind.Skip => new HostAction.Skip(),
            HostActionKind.UndoSkip => new HostAction.UndoSkip(),
            HostActionKind.Extend => new HostAction.Extend(byMs),
            HostActionKind.Pause => new HostAction.Pause(),
            HostActionKind.Resume => new HostAction.Resume(),
            HostActionKind.Lock => new HostAction.Lock(),
            HostActionKind.Unlock => new HostAction.Unlock(),
            HostActionKind.AutoAdvanceOn => new HostAction.AutoAdvanceOn(),
            HostActionKind.AutoAdvanceOff => new HostAction.AutoAdvanceOff(),
            HostActionKind.Kick => new HostAction.Kick(seat),
            HostActionKind.RemoveAbsent => new HostAction.RemoveAbsent { Seats = absent ?? [0] },
            HostActionKind.RemoveUnapproved => new HostAction.RemoveUnapproved(),
            HostActionKind.Rename => new HostAction.Rename(seat, nickname),
            HostActionKind.Approve => new HostAction.Approve(seat),
            HostActionKind.ApproveAll => new HostAction.ApproveAll(),
            HostActionKind.GrantTime => new HostAction.GrantTime(seat, time),
            HostActionKind.MoveToTeam => new HostAction.MoveToTeam(seat, team),
            HostActionKind.KeepOpen => new HostAction.KeepOpen(),
            HostActionKind.End => new HostAction.End(),
            HostActionKind.AcceptAnswer => new HostAction.AcceptAnswer(round, text),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No action is known for it."),
        };
}
