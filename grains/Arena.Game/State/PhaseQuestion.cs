namespace Arena.Game.State;

/// <summary>The question that a phase is about.</summary>
internal static class PhaseQuestion
{
    /// <summary>The round a phase belongs to, or -1.</summary>
    public static int RoundOf(Phase phase) => phase switch
    {
        Phase.GetReady ready => ready.Round,
        Phase.Asking asking => asking.Round,
        Phase.Revealing revealing => revealing.Round,
        Phase.Standings standings => standings.Round,
        _ => -1,
    };
}
