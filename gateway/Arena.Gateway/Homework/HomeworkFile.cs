using System.Collections.Immutable;
using System.Globalization;
using Arena.Gateway.GameResults.Files;
using Arena.Gateway.Quizzes.Writing.Tables;

namespace Arena.Gateway.Homework;

/// <summary>The results of a homework as separated values: a row for each player.</summary>
internal static class HomeworkFile
{
    public static byte[] Write(
        ImmutableArray<HomeworkQuestion> questions, ImmutableArray<HomeworkPlayer> players, CountingAttempt counting, ReportLanguage language)
    {
        var words = ReportWords.For(language);
        using var file = new MemoryStream();
        using var values = new SeparatedValues(file);
        values.Row([
            words.Name, words.Attempts, words.Points, words.Right, words.Of, words.Ended, words.Late,
            .. questions.Select((question, index) => (SheetCell)$"{index + 1}. {question.Prompt}"),
        ]);
        foreach (var player in players)
            values.Row([player.Name, SheetCell.Number(player.Attempts.Length), .. Cells(CountingOf(player, counting), questions.Length, words)]);
        values.Flush();
        return file.ToArray();
    }

    private static HomeworkAttempt? CountingOf(HomeworkPlayer player, CountingAttempt counting)
    {
        var over = player.Attempts.Where(attempt => attempt.EndedAt is not null);
        return counting == CountingAttempt.Best ? over.OrderByDescending(attempt => attempt.Points).FirstOrDefault() : over.LastOrDefault();
    }

    private static IEnumerable<SheetCell> Cells(HomeworkAttempt? attempt, int questions, ReportWords words) => attempt is null
        ? Enumerable.Repeat<SheetCell>("", 5 + questions)
        :
        [
            SheetCell.Number(attempt.Points), SheetCell.Number(attempt.Right), SheetCell.Number(attempt.Scored),
            attempt.EndedAt!.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), attempt.IsLate ? words.Yes : "",
            .. attempt.Outcomes.Select(outcome => (SheetCell)words.NameOf(outcome)),
        ];
}
