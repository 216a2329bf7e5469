using Arena.Game.Results;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.GameResults.Trends;

/// <summary>The games of a quiz in a period.</summary>
/// <param name="Title">The quiz's title.</param>
/// <param name="From">The first day, in UTC.</param>
/// <param name="To">The last day, in UTC.</param>
/// <param name="Months">Those in which games ended, in order.</param>
/// <param name="Questions">What was asked, the hardest first, and last what cannot be right or wrong: 500 at most, those that were asked last.</param>
internal sealed record QuizTrend(
    string Title, DateOnly From, DateOnly To, IReadOnlyList<MonthFigures> Months, IReadOnlyList<QuestionTrend> Questions);

/// <summary>The games that a caller hosted in a period, alone or as a co-host.</summary>
/// <param name="From">The first day, in UTC.</param>
/// <param name="To">The last day, in UTC.</param>
/// <param name="Months">Those in which games ended, in order.</param>
/// <param name="Quizzes">The quizzes that were played, the most frequent first, 100 at most.</param>
internal sealed record HostTrend(DateOnly From, DateOnly To, IReadOnlyList<MonthFigures> Months, IReadOnlyList<PlayedQuiz> Quizzes);

/// <summary>The games that ended in a month.</summary>
/// <param name="Month">In UTC: the year times 100, and the month.</param>
/// <param name="Games">How many games had a player.</param>
/// <param name="Players">Who answered at least once, added up over the games.</param>
/// <param name="Right">Right answers.</param>
/// <param name="Asked">How many there could have been.</param>
internal sealed record MonthFigures(int Month, int Games, int Players, int Right, int Asked);

/// <summary>A quiz in a host's games.</summary>
/// <param name="QuizId">The quiz.</param>
/// <param name="Title">Its title, unless it is gone.</param>
/// <param name="IsAuthor">Whether the caller is an author of it, who sees how it went.</param>
/// <param name="Games">How many games had a player.</param>
/// <param name="Players">Who answered at least once, added up over the games.</param>
/// <param name="Right">Right answers.</param>
/// <param name="Asked">How many there could have been.</param>
internal sealed record PlayedQuiz(Guid QuizId, string? Title, bool IsAuthor, int Games, int Players, int Right, int Asked);

/// <summary>A question over the games of its quiz. A question that was edited is another one.</summary>
/// <param name="Fingerprint">Tells questions apart by their content.</param>
/// <param name="Type">How it is answered.</param>
/// <param name="Prompt">The question, as it was asked.</param>
/// <param name="IsScored">Whether answers can be right or wrong.</param>
/// <param name="IsCurrent">Whether the quiz has it now: else it was edited or removed.</param>
/// <param name="FirstAt">When the first of its games ended.</param>
/// <param name="LastAt">When the last one did.</param>
/// <param name="Games">How often it was asked.</param>
/// <param name="Counts">The answers of the players who could answer it.</param>
internal sealed record QuestionTrend(
    Guid Fingerprint, QuestionType Type, string Prompt, bool IsScored, bool IsCurrent, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Games,
    OutcomeCounts Counts);
