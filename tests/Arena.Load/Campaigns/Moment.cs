using System.Diagnostics.CodeAnalysis;

namespace Arena.Load.Campaigns;

/// <summary>What players see happen, in the order of a game.</summary>
internal enum Seen
{
    Joined,
    GetReady,
    Asking,
    Answered,
    Reveal,
    Standings,
    Podium,
}

/// <summary>
/// A point of a game, drawn by a seed: as the n-th of the players sees something happen in a round. Not a point in time, so that the same
/// seed hits the same place however fast the machine is.
/// </summary>
internal sealed class Moment(Seen what, int round, int nth, Action arrived)
{
    private int _seen;

    public static Moment Draw(int seed, int players, int questions, Action arrived)
    {
        var random = NewRandom(seed);
        var what = random.Next(100) switch
        {
            < 15 => Seen.Joined,
            < 25 => Seen.GetReady,
            < 40 => Seen.Asking,
            < 75 => Seen.Answered,
            < 85 => Seen.Reveal,
            < 95 => Seen.Standings,
            _ => Seen.Podium,
        };
        var hasRound = what is not (Seen.Joined or Seen.Podium);
        // After the last question the podium follows without standings.
        var round = hasRound ? random.Next(what == Seen.Standings ? questions - 1 : questions) : 0;
        return new(what, round, 1 + random.Next(players), arrived);
    }

    /// <summary>Whether the game may be over when the process has restarted.</summary>
    public bool IsAtTheEnd => what == Seen.Podium;

    /// <summary>One player saw something happen.</summary>
    public void Observe(Seen seen, int at)
    {
        if (seen == what && at == round && Interlocked.Increment(ref _seen) == nth)
            arrived();
    }

    public override string ToString() => what is Seen.Joined or Seen.Podium ? $"{what} {nth}" : $"{what} {nth} of round {round}";

    [SuppressMessage("Security", "CA5394", Justification = "A seed must reproduce it")]
    private static Random NewRandom(int seed) => new(seed);
}
