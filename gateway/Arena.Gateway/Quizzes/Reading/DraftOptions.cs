using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>What the options of a question say about it.</summary>
internal static class DraftOptions
{
    private const uint HashStart = 2_166_136_261;
    private const uint HashFactor = 16_777_619;

    /// <summary>Several right options make a multiple choice, and two options True and False a question of that type.</summary>
    public static QuestionType TypeOf(IReadOnlyList<OptionDraft> options) => options.Count(option => option.IsCorrect) > 1
        ? QuestionType.MultipleChoice
        : options.Count == 2 && options.Any(option => Is(option, "true")) && options.Any(option => Is(option, "false"))
            ? QuestionType.TrueFalse
            : QuestionType.SingleChoice;

    /// <summary>The options True and False, of which one is correct.</summary>
    public static IReadOnlyList<OptionDraft> TrueFalse(bool isTrue, SourceMark at) =>
        [new(new("True", at), isTrue), new(new("False", at), !isTrue)];

    /// <summary>
    /// Options of a format that names the correct one first: it is put among the others, at a place that depends on the prompt alone, so that
    /// it does not always come first and a second import gives the same quiz. True comes before False.
    /// </summary>
    public static IReadOnlyList<OptionDraft> Mixed(string prompt, OptionDraft correct, IReadOnlyList<OptionDraft> wrong)
    {
        OptionDraft[] all = [correct, .. wrong];
        if (TypeOf(all) == QuestionType.TrueFalse)
            return [.. all.OrderBy(option => Is(option, "false"))];
        int place = (int)(Hash(prompt) % (uint)all.Length);
        return [.. wrong.Take(place), correct, .. wrong.Skip(place)];
    }

    /// <summary>FNV-1a: the same in every process.</summary>
    private static uint Hash(string text)
    {
        uint hash = HashStart;
        foreach (char character in text.AsSpan(0, Math.Min(text.Length, GameLimits.MaxPromptLength)))
            hash = unchecked((hash ^ character) * HashFactor);
        return hash >> 8;
    }

    private static bool Is(OptionDraft option, string word) => option.Label.Value.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);
}
