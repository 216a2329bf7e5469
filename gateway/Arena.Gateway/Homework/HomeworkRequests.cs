using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Arena.Game.Results;

namespace Arena.Gateway.Homework;

/// <param name="QuizId">A quiz that you may see. It is copied: later changes of the quiz do not change the homework.</param>
/// <param name="DueAt">Until when: in the future, a year ahead at most.</param>
/// <param name="Title">One line of at most 120 characters; left out for the quiz's title.</param>
/// <param name="OpensAt">Before it no attempt begins; left out for at once.</param>
/// <param name="AcceptsLate">Whether attempts may begin and continue after the due date, and are marked as late; otherwise they are refused, and those under way end.</param>
/// <param name="MaxAttempts">Attempts of each player, 1 to 10; left out for as many as they like.</param>
/// <param name="Shuffle">Whether each attempt has the questions in an order of its own.</param>
/// <param name="FeedbackAtEnd">Whether right answers are shown only once all questions are behind; otherwise after each question.</param>
/// <param name="Untimed">Whether the time limits of the questions do not apply.</param>
public sealed record NewHomework(
    Guid QuizId, DateTimeOffset DueAt, string? Title = null, DateTimeOffset? OpensAt = null, bool AcceptsLate = false, int? MaxAttempts = null,
    bool Shuffle = false, bool FeedbackAtEnd = false, bool Untimed = false);

/// <param name="DueAt">Until when: in the future, a year ahead at most. A homework that was closed is open again.</param>
/// <param name="AcceptsLate">As for a new homework.</param>
public sealed record HomeworkChange(DateTimeOffset DueAt, bool AcceptsLate = false);

/// <summary>A homework, for who set it and for the editors of its quiz.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="QuizId">The quiz that it was made of, which may be gone.</param>
/// <param name="Title">Its title.</param>
/// <param name="Link">Where players go.</param>
/// <param name="Questions">How many it has.</param>
/// <param name="OpensAt">Before it no attempt begins; null for at once.</param>
/// <param name="DueAt">Until when.</param>
/// <param name="AcceptsLate">Whether attempts may continue after the due date, and are marked as late.</param>
/// <param name="MaxAttempts">Attempts of each player; null for as many as they like.</param>
/// <param name="Shuffle">Whether each attempt has an order of its own.</param>
/// <param name="FeedbackAtEnd">Whether right answers are shown only at the end.</param>
/// <param name="Untimed">Whether time limits do not apply.</param>
/// <param name="CreatedAt">When it was set.</param>
/// <param name="IsClosed">Whether no attempt begins or continues any more.</param>
/// <param name="Players">How many have begun.</param>
/// <param name="Finished">How many of them have finished an attempt.</param>
public sealed record HomeworkReply(
    Guid Id, Guid QuizId, string Title, string Link, int Questions, DateTimeOffset? OpensAt, DateTimeOffset DueAt, bool AcceptsLate, int? MaxAttempts,
    bool Shuffle, bool FeedbackAtEnd, bool Untimed, DateTimeOffset CreatedAt, bool IsClosed, int Players, int Finished);

/// <summary>A homework with its results.</summary>
/// <param name="Homework">The homework.</param>
/// <param name="Questions">Its questions, in the order of the quiz.</param>
/// <param name="Players">Those who began, by name.</param>
public sealed record HomeworkResultsReply(HomeworkReply Homework, ImmutableArray<HomeworkQuestion> Questions, ImmutableArray<HomeworkPlayer> Players);

/// <param name="Prompt">The question.</param>
/// <param name="Scored">Whether answers can be right or wrong.</param>
public sealed record HomeworkQuestion(string Prompt, bool Scored);

/// <param name="Name">As the player wrote it; empty for a deleted account.</param>
/// <param name="Attempts">In their order.</param>
public sealed record HomeworkPlayer(string Name, ImmutableArray<HomeworkAttempt> Attempts);

/// <summary>An attempt.</summary>
/// <param name="Number">From 1.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended, or null while it is under way.</param>
/// <param name="IsLate">Whether it began, or an answer was given, after the due date.</param>
/// <param name="Answered">Questions that were answered so far.</param>
/// <param name="Points">What it earned; 0 while it is under way.</param>
/// <param name="Right">Right answers; 0 while it is under way.</param>
/// <param name="Scored">Questions that can be answered right; 0 while it is under way.</param>
/// <param name="Outcomes">What became of each question, in the order of the quiz; empty while it is under way.</param>
public sealed record HomeworkAttempt(
    int Number, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool IsLate, int Answered, int Points, int Right, int Scored, ImmutableArray<Outcome> Outcomes);

/// <summary>A homework as its link shows it to a player.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Questions">How many it has.</param>
/// <param name="OpensAt">Before it no attempt begins; null for at once.</param>
/// <param name="DueAt">Until when.</param>
/// <param name="AcceptsLate">Whether attempts may continue after the due date, and are marked as late.</param>
/// <param name="MaxAttempts">Attempts of each player; null for as many as they like.</param>
/// <param name="FeedbackAtEnd">Whether right answers are shown only at the end.</param>
/// <param name="Untimed">Whether there are no time limits.</param>
/// <param name="WhyNot">Why no attempt begins now, as a refusal names it; null if one does.</param>
/// <param name="Name">The name by which the player has begun; null before.</param>
/// <param name="Attempts">The player's own, in their order.</param>
public sealed record HomeworkPage(
    string Title, int Questions, DateTimeOffset? OpensAt, DateTimeOffset DueAt, bool AcceptsLate, int? MaxAttempts, bool FeedbackAtEnd, bool Untimed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? WhyNot, string? Name, ImmutableArray<OwnAttempt> Attempts);

/// <summary>An attempt, for its player.</summary>
/// <param name="Number">From 1.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="IsOver">Whether it has ended: otherwise it continues.</param>
/// <param name="IsLate">Whether it began, or an answer was given, after the due date.</param>
/// <param name="Result">What it brought; null while it continues, and for a moment after its end.</param>
public sealed record OwnAttempt(int Number, DateTimeOffset StartedAt, bool IsOver, bool IsLate, AttemptResult? Result);

/// <param name="Points">What the attempt earned.</param>
/// <param name="Right">Right answers.</param>
/// <param name="Scored">Questions that can be answered right.</param>
public sealed record AttemptResult(int Points, int Right, int Scored);

/// <param name="Name">As the player typed it; 1 to 20 graphemes. A known player keeps the first one.</param>
/// <param name="Key">A random UUID that the browser keeps: by it a player without an account is known again. An account is known by itself.</param>
public sealed record AttemptRequest(string? Name, Guid Key);

/// <param name="QuizId">A quiz that you may see.</param>
/// <param name="Name">As the player is addressed; 1 to 20 graphemes.</param>
public sealed record PracticeRequest(Guid QuizId, string? Name);
