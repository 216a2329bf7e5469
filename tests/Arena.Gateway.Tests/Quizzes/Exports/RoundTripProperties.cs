using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace Arena.Gateway.Tests.Quizzes.Exports;

/// <summary>Texts of all kinds, formulas and the signs of each format among them, survive every export.</summary>
public sealed class RoundTripProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200);

    private static readonly Gen<string> Lines = QuizGenerators.Text(GameLimits.MaxPromptLength, '\n');

    private static readonly Gen<Question> Questions =
        from prompt in Lines
        from explanation in Gen.OneOf(Gen.Constant<string?>(null), Lines.Select(text => (string?)text))
        from texts in Labels(GameLimits.MaxTypedLength)
        from rights in Labels(GameLimits.MaxTypedLength).Where(rights => rights.Length == texts.Length)
        from kind in Gen.Choose(0, 6)
        from body in Lines
        from alt in QuizGenerators.Text(GameLimits.MaxAltLength)
        from isShown in Gen.Elements(true, false)
        let picture = isShown ? new Medium(new('0', Medium.NameLength), MediumKind.Picture) { Alt = alt } : null
        let options = texts.Select((text, place) => new Option(text, place == 0) { Picture = place == 1 ? picture : null }).ToImmutableArray()
        let question = kind switch
        {
            0 => (Question)new SingleChoiceQuestion(Guid.Empty, prompt, options, 20_000, 1000, explanation),
            1 => new MultipleChoiceQuestion(Guid.Empty, prompt, [.. options.Select((option, place) => option with { IsCorrect = place < 2 })], 20_000, 1000, explanation),
            2 => new PollQuestion(Guid.Empty, prompt, [.. options.Select(option => option with { IsCorrect = false })], 20_000, explanation),
            3 => new TypedAnswerQuestion(Guid.Empty, prompt, texts, 20_000, 1000, explanation),
            4 => new OrderQuestion(Guid.Empty, prompt, texts, 20_000, 1000, explanation),
            5 => new MatchQuestion(Guid.Empty, prompt, [.. texts.Zip(rights, (left, right) => new MatchPair(left, right))], 20_000, 1000, explanation),
            _ => new SlideQuestion(Guid.Empty, prompt, body, null),
        }
        select question with { Medium = picture };

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Kahoot)]
    [InlineData(ExportFormat.Gift)]
    [InlineData(ExportFormat.Moodle)]
    [InlineData(ExportFormat.Qti)]
    public void Every_text_is_read_back(ExportFormat format) =>
        Prop.ForAll(Questions.ToArbitrary(), question => RoundTripTests.AssertTrue(format, question)).Check(Runs);

    private static Gen<ImmutableArray<string>> Labels(int maxLength) =>
        from count in Gen.Choose(GameLimits.MinOptions, 3)
        from labels in QuizGenerators.Text(maxLength).ListOf(count).Where(labels => labels.Select(LabelLook.Of).Distinct().Count() == labels.Count)
        select labels.ToImmutableArray();
}
