using System.Diagnostics;

namespace Arena.Load.Crowds;

/// <summary>One question as all players saw it: timestamps of <see cref="Stopwatch"/>, 0 for what never arrived.</summary>
internal sealed class Question(int round, int players)
{
    public int Round { get; } = round;

    /// <summary>When the server sent it.</summary>
    public long Told { get; set; }

    /// <summary>When it opens.</summary>
    public long Opens { get; set; }

    public long[] Heard { get; } = new long[players];

    /// <summary>When the answer was meant to be sent.</summary>
    public long[] Due { get; } = new long[players];

    /// <summary>When it was sent.</summary>
    public long[] Sent { get; } = new long[players];

    public long[] Acknowledged { get; } = new long[players];

    /// <summary>From each answer's due moment to its acknowledgement, in milliseconds; infinite for what never arrived.</summary>
    public IEnumerable<double> Waits => Due.Zip(Acknowledged, (due, acknowledged) =>
        acknowledged == 0 ? double.PositiveInfinity : Timeline.Milliseconds(due, acknowledged));

    public long[] Revealed { get; } = new long[players];

    /// <summary>Its points, or -1.</summary>
    public int[] Points { get; } = [.. Enumerable.Repeat(-1, players)];
}
