using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using FsCheck;
using FsCheck.Fluent;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Sound quizzes of all kinds, as far as a format can say them.</summary>
internal static class QuizGenerators
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "7", "?", "é", "e\u0301", "ß", "“", "”", "日", "🎈", "👩‍🚀", "Å", "ñ", "\"", "\\", "/", "<", "&", "#", "#Q ", "^ ", "A ", "{", " ", "  ", "\u00A0",
        "\t", "\u200D", "م", "=", "+", "-", "@", "'", "%", "%5%", "[html]", "~", "*", "->", "_x0041_", ",", ";", "1", "}", ":", "//",
    ];

    private static readonly string[] Tags = ["Géographie", "日本", "a, b & \"c\"", "l’été", "0"];

    /// <summary>Quizzes that Arena's own JSON can say: all.</summary>
    public static Arbitrary<QuizContent> ForJson { get; } = Quizzes(Questions(lines: Text(GameLimits.MaxPromptLength, '\n'))).ToArbitrary();

    /// <summary>Quizzes that OpenTriviaQA's text can say: nothing but prompts and options, and no prompt with a line that is a tag.</summary>
    public static Arbitrary<QuizContent> ForOpenTrivia { get; } =
        Quizzes(Questions(Text(GameLimits.MaxPromptLength, '\n').Where(IsNoTag)).Select(AsOpenTriviaSaysIt)).ToArbitrary();

    private static Gen<QuizContent> Quizzes(Gen<OptionsQuestion> question) =>
        from title in Text(GameLimits.MaxTitleLength)
        from description in Gen.OneOf(Gen.Constant<string?>(null), Text(GameLimits.MaxDescriptionLength, '\n').Select(text => (string?)text))
        from tags in Gen.SubListOf(Tags)
        from folder in Gen.Elements<string?>(null, "Classe de 5ème", "日")
        from questions in question.NonEmptyListOf()
        select new QuizContent(title, description, [.. questions]) { Tags = [.. tags], Folder = folder };

    private static Gen<OptionsQuestion> Questions(Gen<string> lines) =>
        from type in Gen.Elements(QuestionType.SingleChoice, QuestionType.TrueFalse)
        from count in type == QuestionType.TrueFalse ? Gen.Constant(2) : Gen.Choose(GameLimits.MinOptions, GameLimits.MaxOptions)
        from labels in Text(GameLimits.MaxOptionLength).ListOf(count).Where(labels => labels.Select(LabelLook.Of).Distinct().Count() == labels.Count)
        from correct in Gen.Choose(0, count - 1)
        from prompt in lines
        from timeLimitMs in Gen.Choose(GameLimits.MinTimeLimitMs, GameLimits.MaxTimeLimitMs)
        from points in Gen.Elements(0, 1000, 2000)
        from explanation in Gen.OneOf(Gen.Constant<string?>(null), Text(GameLimits.MaxExplanationLength, '\n').Select(text => (string?)text))
        let options = labels.Select((label, index) => new Option(label, index == correct)).ToImmutableArray()
        select type == QuestionType.TrueFalse
            ? (OptionsQuestion)new TrueFalseQuestion(Guid.Empty, prompt, options, timeLimitMs, points, explanation)
            : new SingleChoiceQuestion(Guid.Empty, prompt, options, timeLimitMs, points, explanation);

    public static Gen<string> Text(int maxLength, params char[] more) =>
        from pieces in Gen.Elements([.. Pieces, .. more.Select(character => $"{character}")]).NonEmptyListOf()
        let raw = string.Concat(pieces)
        let fault = more.Length > 0 ? QuizText.TryNormaliseLines(raw, maxLength, out _) : QuizText.TryNormaliseLine(raw, maxLength, out _)
        where fault is null
        select Normal(raw, maxLength, more.Length > 0);

    private static string Normal(string raw, int maxLength, bool lines)
    {
        _ = lines ? QuizText.TryNormaliseLines(raw, maxLength, out string text) : QuizText.TryNormaliseLine(raw, maxLength, out text);
        return text;
    }

    private static bool IsNoTag(string prompt) => prompt.Split('\n').Skip(1).All(line => !line.StartsWith('#') && !line.StartsWith('^'));

    private static OptionsQuestion AsOpenTriviaSaysIt(OptionsQuestion question) => new SingleChoiceQuestion(
        Guid.Empty, question.Prompt, question.Type == QuestionType.TrueFalse ? question.Options.Add(new("a third", false)) : question.Options,
        GameLimits.DefaultTimeLimitMs, 1000);
}
