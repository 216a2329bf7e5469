using Arena.Game.Vocabulary;
using Arena.Storage.Model;

namespace Arena.Gateway.Homework;

/// <summary>What follows from the dates and the settings of a homework.</summary>
internal static class HomeworkRules
{
    /// <summary>How an attempt is played.</summary>
    public static SessionSettings Settings(HomeworkRow homework) => SoloSessions.Settings(new() { FeedbackAtEnd = homework.FeedbackAtEnd }) with
    {
        QuestionCount = homework.Questions,
        Shuffle = homework.Shuffle,
        Untimed = homework.Untimed,
    };

    /// <summary>When it closes by itself.</summary>
    public static DateTimeOffset ClosesAt(HomeworkRow homework, HomeworkOptions options) =>
        homework.AcceptsLate ? homework.DueAt.AddDays(options.LateDays) : homework.DueAt;

    /// <summary>Why no attempt begins or continues now, or null.</summary>
    public static HomeworkErrorCode? WhyClosed(HomeworkRow homework, HomeworkOptions options, DateTimeOffset now) => homework switch
    {
        { ClosedAt: not null } => HomeworkErrorCode.HomeworkClosed,
        _ when now >= ClosesAt(homework, options) => HomeworkErrorCode.HomeworkClosed,
        { OpensAt: { } opens } when now < opens => HomeworkErrorCode.HomeworkNotOpen,
        _ => null,
    };

    /// <summary>How many attempts a player has in all.</summary>
    public static int MaxAttempts(HomeworkRow homework, HomeworkOptions options) => homework.MaxAttempts ?? options.MaxAttempts;

    /// <summary>Whether an attempt began after the due date, or was answered after it. An attempt under way has a moment then until it is ended.</summary>
    public static bool IsLate(HomeworkRow homework, HomeworkAttemptRow attempt) =>
        attempt.StartedAt > homework.DueAt || attempt.LastAnswerAt > homework.DueAt;
}
