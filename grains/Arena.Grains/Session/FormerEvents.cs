using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Grains.Session;

/// <summary>An event in a form that is read and not written any more.</summary>
internal interface IFormerEvent
{
    /// <summary>The event in its present form.</summary>
    GameEvent ToEvent();
}

/// <summary>An answer, when all were choices.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Created by the serialiser")]
internal sealed record AnswerAcceptedForm1(long AtMs, int Seat, AnswerForm1 Answer) : IFormerEvent
{
    public GameEvent ToEvent() => new AnswerAccepted(AtMs, Seat, Answer.ToAnswer());
}

/// <summary>A line of the ledger, when all answers were choices.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Created by the serialiser")]
internal sealed record AnswerForm1(
    int Round, Guid OperationId, int Choice, long StampMs, int RawMs, int CompensationMs, bool Correct, int Points, int StreakBonus)
{
    public Answer ToAnswer() => new(
        Round, OperationId, ChoiceAnswer.Of(Choice), StampMs, RawMs, CompensationMs, Correct ? Verdict.Correct : Verdict.Wrong, Correct ? 1 : 0, Points,
        StreakBonus);
}

/// <summary>The end of a question, when all had options.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Created by the serialiser")]
internal sealed record QuestionClosedForm1(long AtMs, int Round, ImmutableArray<int> Counts, long? EndsAtMs) : IFormerEvent
{
    public GameEvent ToEvent() => new QuestionClosed(AtMs, Round, new CountsTally(Counts), EndsAtMs);
}
