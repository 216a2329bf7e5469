using System.Globalization;
using Arena.Gateway.GameResults.Files;
using Arena.Gateway.Quizzes.Writing.Tables;

namespace Arena.Gateway.GameResults.Trends;

/// <summary>Games over time as tables: rows of cells, the headings first.</summary>
internal static class TrendTables
{
    /// <param name="trend">Of a quiz.</param>
    /// <param name="isParts">Whether its questions are wanted, and not its months.</param>
    /// <param name="words">The headings.</param>
    public static IEnumerable<SheetCell[]> Of(QuizTrend trend, bool isParts, ReportWords words) => isParts ? Questions(trend.Questions, words) : Months(trend.Months, words);

    /// <param name="trend">Of a host.</param>
    /// <param name="isParts">Whether the quizzes are wanted, and not the months.</param>
    /// <param name="words">The headings.</param>
    public static IEnumerable<SheetCell[]> Of(HostTrend trend, bool isParts, ReportWords words) => isParts ? Quizzes(trend.Quizzes, words) : Months(trend.Months, words);

    private static IEnumerable<SheetCell[]> Months(IEnumerable<MonthFigures> months, ReportWords words)
    {
        yield return [words.Month, words.Games, words.Players, words.Right, words.Of];
        foreach (var month in months)
        {
            yield return
            [
                string.Create(CultureInfo.InvariantCulture, $"{month.Month / 100:0000}-{month.Month % 100:00}"), SheetCell.Number(month.Games),
                SheetCell.Number(month.Players), SheetCell.Number(month.Right), SheetCell.Number(month.Asked),
            ];
        }
    }

    private static IEnumerable<SheetCell[]> Quizzes(IEnumerable<PlayedQuiz> quizzes, ReportWords words)
    {
        yield return [words.Title, words.Games, words.Players, words.Right, words.Of];
        foreach (var quiz in quizzes)
        {
            yield return
            [
                quiz.Title ?? "", SheetCell.Number(quiz.Games), SheetCell.Number(quiz.Players), SheetCell.Number(quiz.Right), SheetCell.Number(quiz.Asked),
            ];
        }
    }

    private static IEnumerable<SheetCell[]> Questions(IEnumerable<QuestionTrend> questions, ReportWords words)
    {
        yield return
        [
            words.Question, words.InQuiz, words.Games, words.First, words.Last, words.Asked, words.Right, words.Partly, words.Wrong, words.Unscored, words.None,
        ];
        foreach (var question in questions)
        {
            yield return
            [
                question.Prompt, question.IsCurrent ? words.Yes : words.No, SheetCell.Number(question.Games), Day(question.FirstAt), Day(question.LastAt),
                .. ReportTables.Counts(question.Counts),
            ];
        }
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
