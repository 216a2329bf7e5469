using System.Globalization;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.GameResults.Files;

/// <summary>An answer in words, by what the player saw.</summary>
internal static class AnswerText
{
    private const string Separator = "; ";
    private const string Arrow = " → ";

    public static string Of(TaskView task, AnswerValue answer) => (task, answer) switch
    {
        (OptionsTask options, ChoiceAnswer choice) => At(options.Options, choice.Option),
        (OptionsTask options, ChoicesAnswer choices) => string.Join(Separator, choices.Options.Select(option => At(options.Options, option))),
        (RatingTask, ChoiceAnswer step) => (step.Option + 1).ToString(CultureInfo.InvariantCulture),
        (OrderTask order, OrderAnswer items) => string.Join(Separator, items.Items.Select(item => At(order.Items, item))),
        (MatchTask match, OrderAnswer pairs) => string.Join(
            Separator, pairs.Items.Select((right, left) => At(match.Left, left) + Arrow + At(match.Right, right))),
        (_, TextAnswer text) => text.Text,
        (_, WordsAnswer words) => string.Join(Separator, words.Words),
        (_, NumberAnswer number) => number.Value.ToString(CultureInfo.InvariantCulture),
        (_, PointAnswer point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.###}{Separator}{point.Y:0.###}"),
        _ => "",
    };

    private static string At(IReadOnlyList<string> texts, int index) => index >= 0 && index < texts.Count ? texts[index] : "";
}
