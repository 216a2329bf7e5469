namespace Arena.Game.Vocabulary;

/// <summary>
/// One player goes through the questions alone and without a host: an answer closes its question, and the player asks for the next one. Such a session
/// takes its time: nothing but a question with a time limit has a deadline, and it never ends because nothing happens in it.
/// </summary>
public sealed record SelfPace
{
    /// <summary>Whether keys, verdicts and points are shown only once all questions are behind; otherwise after each question.</summary>
    public bool FeedbackAtEnd { get; init; }

    /// <summary>
    /// Whether a question that was not answered right comes again at the end, without points, until it was right once. Not with
    /// <see cref="FeedbackAtEnd"/>: that it comes again would tell.
    /// </summary>
    public bool RepeatsWrong { get; init; }
}
