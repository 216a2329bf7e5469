using System.Globalization;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Writing.Tables;

/// <summary>How tables name the right options and the time.</summary>
internal static class TableKey
{
    private const decimal MillisecondsASecond = 1_000;

    /// <summary>The places of the right options, from 1. It is never the text of one, which readers would take for what it names.</summary>
    public static string Of(OptionsQuestion question)
    {
        string key = string.Join(',', question.Options.Index().Where(option => option.Item.IsCorrect).Select(option => option.Index + 1));
        while (key.Contains(',') && question.Options.Any(option => option.Label == key))
            key += ',';
        return key;
    }

    public static string Seconds(int milliseconds) => (milliseconds / MillisecondsASecond).ToString("0.###", CultureInfo.InvariantCulture);
}
