using System.Collections.Frozen;
using System.Text.Json;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <summary>The forms of all types.</summary>
internal static class QuestionForms
{
    private static readonly FrozenDictionary<QuestionType, QuestionForm> Forms = new Dictionary<QuestionType, QuestionForm>
    {
        [QuestionType.SingleChoice] = new SingleChoiceForm(),
        [QuestionType.TrueFalse] = new TrueFalseForm(),
        [QuestionType.MultipleChoice] = new MultipleChoiceForm(),
        [QuestionType.Poll] = new PollForm(),
        [QuestionType.TypedAnswer] = new TypedAnswerForm(),
        [QuestionType.Number] = new NumberForm(),
        [QuestionType.Slider] = new SliderForm(),
        [QuestionType.Order] = new OrderForm(),
        [QuestionType.Match] = new MatchForm(),
        [QuestionType.Pin] = new PinForm(),
        [QuestionType.Rating] = new RatingForm(),
        [QuestionType.WordCloud] = new WordCloudForm(),
        [QuestionType.OpenText] = new OpenTextForm(),
        [QuestionType.Slide] = new SlideForm(),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, QuestionType> Types =
        Forms.Keys.ToFrozenDictionary(type => JsonNamingPolicy.CamelCase.ConvertName(type.ToString()), StringComparer.Ordinal);

    /// <summary>The type that a file names, or null.</summary>
    public static QuestionType? Named(string name) => Types.TryGetValue(name, out QuestionType type) ? type : null;

    /// <summary>The form of a type.</summary>
    public static QuestionForm Of(QuestionType type) => Forms[type];
}
