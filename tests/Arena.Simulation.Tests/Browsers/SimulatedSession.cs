namespace Arena.Simulation.Tests;

/// <summary>One game that a world plays.</summary>
internal sealed class SimulatedSession(string code, Guid id)
{
    public string Code => code;

    public Guid Id => id;

    /// <summary>Players that have a seat.</summary>
    public int PlayersIn { get; set; }
}
