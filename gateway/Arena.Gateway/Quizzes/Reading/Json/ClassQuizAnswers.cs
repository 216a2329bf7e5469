using System.Text.Json;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Markup;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>The answers of a ClassQuiz question, whatever its type: a list of texts, the bounds of a scale, or a slide.</summary>
internal sealed class ClassQuizAnswers
{
    private const int MaxAnswers = 32;

    private readonly Dictionary<string, decimal> _numbers = new(StringComparer.Ordinal);
    private readonly List<OptionDraft> _options = [];
    private bool _isCaseSensitive;

    /// <summary>Where they are.</summary>
    public SourceMark At { get; private init; }

    public static ClassQuizAnswers Read(ref JsonCursor json)
    {
        var answers = new ClassQuizAnswers { At = json.Here };
        if (json.Kind == JsonTokenType.StartArray)
            answers.ReadList(ref json);
        else if (json.Kind == JsonTokenType.StartObject)
            answers.ReadScale(ref json);
        else
            json.SkipValue();
        return answers;
    }

    /// <returns>The question; null if Arena has no such type, or its numbers are missing.</returns>
    public QuestionDraft? ToDraft(string type, Sourced<string> prompt) => type switch
    {
        "ABCD" => DraftTypes.Choice(prompt, _options, At),
        "CHECK" => DraftTypes.Choice(prompt, _options, At, isMultiple: true),
        "VOTING" => DraftTypes.Poll(prompt, _options, At),
        "TEXT" => DraftTypes.Typed(prompt, _options.Select(option => option.Label), At, _isCaseSensitive),
        "ORDER" => DraftTypes.Order(prompt, _options.Select(option => option.Label), At),
        "SLIDE" => DraftTypes.Slide(null, prompt.Value, prompt.At),
        "RANGE" when _numbers.TryGetValue("min", out decimal min) && _numbers.TryGetValue("max", out decimal max)
            && _numbers.TryGetValue("min_correct", out decimal low) && _numbers.TryGetValue("max_correct", out decimal high) => Slider(prompt, min, max, low, high),
        _ => null,
    };

    /// <summary>All places of the range are right there; here the middle is, and the places around it earn less.</summary>
    private QuestionDraft Slider(Sourced<string> prompt, decimal min, decimal max, decimal low, decimal high)
    {
        var range = NumberRange.Between(low, high);
        return DraftTypes.Slider(prompt, min, max, 1, range with { Value = Math.Floor(range.Value) }, At);
    }

    private void ReadList(ref JsonCursor json)
    {
        if (!json.EnterArray())
            return;
        while (json.NextElement())
        {
            if (json.Kind == JsonTokenType.StartObject && json.EnterObject())
                ReadAnswer(ref json);
            else
                json.SkipValue();
        }
    }

    private void ReadAnswer(ref JsonCursor json)
    {
        Sourced<string>? answer = null;
        bool isRight = false;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "answer": answer = json.ReadScalar(); break;
                case "right": isRight = json.Kind == JsonTokenType.True; json.SkipValue(); break;
                case "case_sensitive": _isCaseSensitive |= json.Kind == JsonTokenType.True; json.SkipValue(); break;
                default: json.SkipValue(); break;
            }
        }
        if (answer is not null && _options.Count < MaxAnswers)
            _options.Add(new(answer with { Value = HtmlText.Of(answer.Value, out _) }, isRight));
    }

    private void ReadScale(ref JsonCursor json)
    {
        if (!json.EnterObject())
            return;
        while (json.NextMember(out string member))
        {
            if (json.Kind is not (JsonTokenType.Number or JsonTokenType.String))
                json.SkipValue();
            else if (json.ReadScalar() is { } text && NumberRange.Number(text.Value) is { } number)
                _numbers[QuizText.Excerpt(member)] = number;
        }
    }
}
