using System.Collections.Immutable;
using System.Text.Json;
using Arena.Game.Questions;
using Arena.Gateway.Quizzes.Packing;
using Arena.Gateway.Quizzes.Writing;

namespace Arena.Gateway.Tests.Quizzes.Exports;

/// <summary>What a question lacks that was exported and imported again, as members of Arena's own JSON.</summary>
internal static class QuizDifference
{
    private const int Decimals = 4;

    /// <summary>What only a slider has, and what only a number has.</summary>
    private static readonly string[] OfOneType = ["min", "max", "step", "scoring", "decimals"];

    public static SortedSet<string> Of(ExportFormat format, Question before, Question after)
    {
        Func<OptionsQuestion, Option, double?> weight = Weights(before, after);
        Dictionary<string, JsonElement> one = Members(Normal(format, before, weight)), other = Members(Normal(format, after, weight));
        var differing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string member in one.Keys.Union(other.Keys))
        {
            bool isEqual = one.TryGetValue(member, out JsonElement left) && other.TryGetValue(member, out JsonElement right) && JsonElement.DeepEquals(left, right);
            if (!isEqual)
                differing.UnionWith(member == "options" ? OfOptions((OptionsQuestion)Normal(format, before, weight), (OptionsQuestion)Normal(format, after, weight)) : [member]);
        }
        if (!Credits(before).SequenceEqual(Credits(after)))
            differing.Add("credit");
        if (before is SliderQuestion && after is NumberQuestion)
            differing.ExceptWith(OfOneType);
        // Of one right option, all or nothing is earned in any type.
        if (before is MultipleChoiceQuestion { Scoring: ChoiceScoring.AllOrNothing } && after is not MultipleChoiceQuestion)
            differing.Remove("scoring");
        return differing;
    }

    private static IEnumerable<string> OfOptions(OptionsQuestion before, OptionsQuestion after)
    {
        ImmutableArray<Option> one = before.Options, other = after.Options;
        if (!one.Select(option => (option.Label, option.IsCorrect)).SequenceEqual(other.Select(option => (option.Label, option.IsCorrect))))
            yield return "options";
        if (!one.Select(option => option.Weight).SequenceEqual(other.Select(option => option.Weight)))
            yield return "weight";
        if (!one.Select(option => option.Picture).SequenceEqual(other.Select(option => option.Picture)))
            yield return "media";
    }

    private static IEnumerable<string> Credits(Question question) => question.Media().Select(medium => medium.Credit).OfType<string>();

    private static Dictionary<string, JsonElement> Members(Question question) =>
        QuizRendering.AsJson(question).EnumerateObject().ToDictionary(member => member.Name, member => member.Value);

    /// <summary>The question with weights as they count, and texts as the format has them.</summary>
    private static Question Normal(ExportFormat format, Question question, Func<OptionsQuestion, Option, double?> weight)
    {
        Question normal = question is OptionsQuestion options
            ? options with { Options = [.. options.Options.Select(option => option with { Weight = weight(options, option) })] }
            : question;
        bool isHtml = format == ExportFormat.Moodle && normal.Medium is not null;
        normal = normal with { Prompt = Text(format, normal.Prompt, isHtml), Explanation = normal.Explanation is { } explanation ? Text(format, explanation) : null };
        normal = RenamedMedia.Of([normal], medium => Said(format, medium))[0];
        return normal is SlideQuestion slide ? slide with { Body = Text(format, slide.Body, isHtml) } : normal;
    }

    /// <summary>A medium without its credit, which is a member of its own. Other formats hold its content, and have no names and sizes.</summary>
    private static Medium Said(ExportFormat format, Medium medium) =>
        format == ExportFormat.Arena ? medium with { Credit = null } : new(new('0', Medium.NameLength), medium.Kind) { Alt = medium.Alt };

    /// <summary>Weights count where some of the options of several are worth something each; they mean nothing where all or nothing is earned.</summary>
    private static Func<OptionsQuestion, Option, double?> Weights(Question before, Question after) => (before, after) switch
    {
        (MultipleChoiceQuestion { Scoring: ChoiceScoring.PerOption }, MultipleChoiceQuestion { Scoring: ChoiceScoring.PerOption }) => (question, option) =>
            Math.Round(option.Weight ?? (option.IsCorrect ? 1 : -1) / (double)question.Options.Count(each => each.IsCorrect), Decimals),
        (MultipleChoiceQuestion { Scoring: ChoiceScoring.AllOrNothing }, _) => (_, _) => null,
        _ => (_, option) => option.Weight is { } weight ? Math.Round(weight, Decimals) : null,
    };

    /// <summary>In QTI white space is that of a web page, and in Moodle's XML that of a text with a picture.</summary>
    private static string Text(ExportFormat format, string text, bool isHtml = false) =>
        format == ExportFormat.Qti || isHtml
            ? string.Join('\n', text.Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0))
            : text;
}
