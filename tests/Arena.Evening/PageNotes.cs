namespace Arena.Evening;

/// <summary>What <c>watch.js</c> noted in a page.</summary>
/// <param name="Phases">The phases that the page showed, in order.</param>
/// <param name="Banners">How long each reconnection banner was shown, in milliseconds.</param>
/// <param name="Taps">The answers that were given.</param>
internal sealed record PageNotes(IReadOnlyList<PageNotes.Phase> Phases, IReadOnlyList<double> Banners, IReadOnlyList<PageNotes.Tap> Taps)
{
    /// <param name="AtMs">By the browser's clock, in Unix milliseconds.</param>
    /// <param name="Kind">Null until the page shows a game.</param>
    /// <param name="Round">Null where the phase has no question.</param>
    public sealed record Phase(double AtMs, string? Kind, int? Round);

    /// <param name="Round">The question.</param>
    /// <param name="Ms">For how long the answer could have been given before.</param>
    public sealed record Tap(int Round, double Ms);
}
