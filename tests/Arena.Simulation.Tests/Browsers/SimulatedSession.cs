namespace Arena.Simulation.Tests.Browsers;

/// <summary>One game that a world plays.</summary>
internal sealed class SimulatedSession(string code, Guid id)
{
    public string Code => code;

    public Guid Id => id;

    /// <summary>Players that have a seat: the numbers of their browsers, by seat.</summary>
    public SortedDictionary<int, int> Seats { get; } = [];

    /// <summary>How many devices have asked for each seat, the first one aside.</summary>
    public Dictionary<int, int> Devices { get; } = [];
}
