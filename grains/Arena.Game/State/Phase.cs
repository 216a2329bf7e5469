using Arena.Game.Views;

namespace Arena.Game.State;

/// <summary>Where a game is. All instants are Unix milliseconds on the silo's clock.</summary>
public abstract record Phase
{
    private Phase()
    {
    }

    /// <summary>Players gather.</summary>
    public sealed record Lobby : Phase;

    /// <summary>A question is about to come.</summary>
    public sealed record GetReady(int Round, long EndsAtMs) : Phase;

    /// <summary>A question is open.</summary>
    /// <param name="Round">Index of the question.</param>
    /// <param name="OpensAtMs">From here the time of an answer is counted.</param>
    /// <param name="ClosesAtMs">An answer stamped later is too late.</param>
    /// <param name="ResumedAtMs">When the clock ran again after the last pause: answers stamped before it, while it stood, do not count.</param>
    /// <param name="Answered">How many players have answered.</param>
    public sealed record Asking(int Round, long OpensAtMs, long ClosesAtMs, long ResumedAtMs, int Answered) : Phase
    {
        /// <summary>Whether it is open to those alone who were granted more time.</summary>
        public bool Overtime { get; init; }
    }

    /// <summary>The key is shown. Without <paramref name="EndsAtMs"/> the host moves on.</summary>
    public sealed record Revealing(int Round, long? EndsAtMs, Tally Tally) : Phase;

    /// <summary>The ranking is shown. Without <paramref name="EndsAtMs"/> the host moves on.</summary>
    public sealed record Standings(int Round, long? EndsAtMs) : Phase;

    /// <summary>The game is over.</summary>
    public sealed record Finished(EndReason Reason) : Phase
    {
        /// <summary>While the first places are shown one after the other; null where they are shown at once.</summary>
        public Finale? Finale { get; init; }
    }
}

/// <summary>The clock stands since <paramref name="AtMs"/>; it runs again by itself at <paramref name="ResumesAtMs"/>, if given.</summary>
public sealed record Pause(long AtMs, long? ResumesAtMs);
