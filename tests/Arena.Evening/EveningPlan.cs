namespace Arena.Evening;

/// <summary>How long each part of the evening takes.</summary>
/// <param name="Lobby">From the last player who joined to the first question.</param>
/// <param name="Pause">In an open question.</param>
/// <param name="Away">The host's browser is closed, during a reveal.</param>
/// <param name="Hiccup">One player is without network, in the lobby.</param>
/// <param name="IdleLimitSeconds">After how long without bytes the proxy cuts a connection.</param>
/// <param name="Players">Four to ten: two sleep, one loses the network.</param>
/// <param name="Questions">At least four: the pause is in the second, the host leaves after the third.</param>
internal sealed record EveningPlan(
    TimeSpan Lobby, TimeSpan Pause, TimeSpan Away, TimeSpan Hiccup, int IdleLimitSeconds, int Players, int Questions)
{
    public const int TimeLimitMs = 20_000;
    public const int PointsPerQuestion = 1_000;

    /// <summary>How long phones sleep: in the lobby and in the pause.</summary>
    public (TimeSpan InLobby, TimeSpan InPause) Sleep => (Lobby * 0.25, Pause * 0.5);

    /// <summary>What a right answer earns, without a bonus for streaks.</summary>
    /// <param name="ms">After the opening.</param>
    public static int PointsAfter(double ms) =>
        ms <= 500 ? PointsPerQuestion : (int)Math.Round(PointsPerQuestion * (1 - (ms / TimeLimitMs / 2)), MidpointRounding.AwayFromZero);
}
