using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Simulation.Tests.Checks;

/// <summary>The effects that browsers were notified of. A repeated operation must get the same reply.</summary>
internal sealed class Ledger(Violations violations, Reach reach)
{
    /// <summary>Seats and names by join operation.</summary>
    public Dictionary<Guid, Joined> Joins { get; } = [];

    /// <summary>What devices got that took a seat over, by operation.</summary>
    public Dictionary<Guid, Joined> HandOvers { get; } = [];

    /// <summary>The issue of its seat with which a device sent an answer, by operation.</summary>
    public Dictionary<Guid, int> Issues { get; } = [];

    /// <summary>Questions that a host wanted to skip.</summary>
    public HashSet<(Guid Session, int Round)> Skips { get; } = [];

    /// <summary>Sessions, seats, rounds and choices by answer operation.</summary>
    public Dictionary<Guid, (Guid Session, int Seat, int Round, int Choice)> Answers { get; } = [];

    /// <summary>Sessions by operation of a host.</summary>
    public Dictionary<Guid, Guid> Commands { get; } = [];

    /// <summary>Sessions that were launched.</summary>
    public HashSet<Guid> Launches { get; } = [];

    /// <summary>Every entry, in words.</summary>
    public List<string> Trace { get; } = [];

    public void Launched(Guid session) => Note(Launches.Add(session), $"launched {session:N}");

    public void Joined(Guid operation, Joined joined)
    {
        if (Joins.TryGetValue(operation, out var before)
            && (before.SessionId, before.Seat, before.Nickname) != (joined.SessionId, joined.Seat, joined.Nickname))
            violations.Add($"join {operation:N} was told {before}, and then {joined}");
        Note(Joins.TryAdd(operation, joined), $"joined {joined.SessionId:N} {joined.Seat}");
    }

    public void TookOver(Guid operation, Joined joined)
    {
        if (HandOvers.TryGetValue(operation, out var before) && (before.SessionId, before.Seat, before.Issue) != (joined.SessionId, joined.Seat, joined.Issue))
            violations.Add($"hand-over {operation:N} was told {before}, and then {joined}");
        reach.Note("a seat is handed over");
        Note(HandOvers.TryAdd(operation, joined), $"handed over {joined.SessionId:N} {joined.Seat} as {joined.Issue}");
    }

    /// <summary>The newest issue of a seat that a device received.</summary>
    public int IssueOf(Guid session, int seat) => HandOvers.Values
        .Where(joined => joined.SessionId == session && joined.Seat == seat).Select(joined => joined.Issue).DefaultIfEmpty().Max();

    public void Sent(Guid operation, int issue) => Issues[operation] = issue;

    public void Answered(Guid operation, Guid session, int seat, int round, Acknowledged told)
    {
        var entry = (session, seat, told.Round, told.Choice);
        if (told.Round != round)
            violations.Add($"the answer {operation:N} to question {round} was acknowledged as one to {told.Round}");
        if (Answers.TryGetValue(operation, out var before) && before != entry)
            violations.Add($"answer {operation:N} was told {before}, and then {entry}");
        Note(Answers.TryAdd(operation, entry), $"answered {session:N} {seat} {told.Round} {told.Choice}");
    }

    public void Commanded(Guid operation, Guid session) => Note(Commands.TryAdd(operation, session), $"commanded {session:N} {operation:N}");

    /// <summary>A browser was refused what it must not be refused.</summary>
    public void Refused(string what, GameErrorCode code) => violations.Add($"{what} was refused as {code}");

    private void Note(bool isNew, string what)
    {
        if (isNew)
            Trace.Add(what);
        else
            reach.Note("a repeated operation is acknowledged again");
    }
}
