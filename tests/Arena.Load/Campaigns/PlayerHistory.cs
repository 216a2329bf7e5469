using System.Diagnostics;
using System.Globalization;

namespace Arena.Load.Campaigns;

/// <summary>What one player saw and when, to explain a question that was never shown to this player.</summary>
internal sealed class PlayerHistory
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(12);

    private readonly Lock _gate = new();
    private readonly List<(long At, int Round, string What)> _moments = [];

    /// <summary>Adds a moment; <paramref name="round"/> is that of the state which the player sees now, -1 if there is none.</summary>
    public void Add(int round, string what)
    {
        lock (_gate)
            _moments.Add((Stopwatch.GetTimestamp(), round, what));
    }

    /// <summary>The last seconds before the player saw a state of this round or a later one, with the milliseconds since the fault.</summary>
    public string Until(int round, long fault)
    {
        lock (_gate)
        {
            var end = _moments.FirstOrDefault(moment => moment.Round >= round);
            var shown = _moments
                .Where(moment => moment.At <= end.At && Stopwatch.GetElapsedTime(moment.At, end.At) <= Before)
                .Select(moment => string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(fault, moment.At).TotalMilliseconds:F0} {moment.What}"));
            return string.Join(", ", shown);
        }
    }
}
