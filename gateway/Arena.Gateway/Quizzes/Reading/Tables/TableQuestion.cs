using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Content.Types;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>Makes a question of a row. What has no options of its own is in their columns: accepted texts, items, pairs, the bounds of a scale.</summary>
internal sealed class TableQuestion(TableRow row, TableHeader header, DraftCollector draft)
{
    private static readonly string[] Arrows = ["->", "→"];

    private Sourced<string> Prompt => new(row[header.Question].Text, row.At(header.Question));

    private List<Sourced<string>> Texts =>
        [.. header.Options.Where(column => !row[column].IsBlank).Select(column => new Sourced<string>(row[column].Text.Trim(), row.At(column)))];

    /// <summary>Whether a text has what parts the sides of a pair.</summary>
    public static bool HasArrow(string text) => Array.Exists(Arrows, arrow => text.Contains(arrow, StringComparison.Ordinal));

    /// <returns>The question; null if it cannot be read, which is reported.</returns>
    public QuestionDraft? Read()
    {
        (bool isPlayed, QuestionType? type) = TableTypes.Of(row[header.Type].Text);
        if (!isPlayed)
            return LeaveOut(header.Type, QuizErrorCode.UnsupportedQuestionType, "type");
        if (Of(type) is not { } question)
            return null;
        QuestionForm form = QuestionForms.Of(question.Type);
        return question with
        {
            Points = form.IsScored ? Points() : null,
            Explanation = question.Type == QuestionType.Slide || row[header.Explanation].IsBlank
                ? null
                : new(row[header.Explanation].Text, row.At(header.Explanation)),
        };
    }

    private QuestionDraft? Of(QuestionType? type) => type switch
    {
        QuestionType.TypedAnswer => DraftTypes.Typed(Prompt, Accepted(), row.At(header.Correct)),
        QuestionType.OpenText => DraftTypes.OpenText(Prompt),
        QuestionType.WordCloud => DraftTypes.WordCloud(Prompt),
        QuestionType.Rating => DraftTypes.Rating(Prompt),
        QuestionType.Order => DraftTypes.Order(Prompt, Texts, Prompt.At),
        QuestionType.Match => Match(),
        QuestionType.Number => Number() is { } number ? DraftTypes.Number(Prompt, number, row.At(header.Correct)) : null,
        QuestionType.Slider => Slider(),
        QuestionType.Slide => DraftTypes.Slide(Prompt.Value, Texts is [var body, ..] ? body.Value : Prompt.Value, Prompt.At),
        QuestionType.Poll => DraftTypes.Poll(Prompt, [.. Texts.Select(text => new OptionDraft(text, IsCorrect: false))], Prompt.At),
        _ => new TableOptions(row, header, draft).Read() is { } options ? Choice(options, type) : null,
    };

    /// <summary>One right option of two may be named True or False, or not, whatever the labels are.</summary>
    private QuestionDraft Choice(IReadOnlyList<OptionDraft> options, QuestionType? type)
    {
        QuestionDraft choice = DraftTypes.Choice(Prompt, options, row.At(header.Correct), isMultiple: type == QuestionType.MultipleChoice);
        bool isNamed = type is QuestionType.SingleChoice or QuestionType.TrueFalse && options.Count == GameLimits.MinOptions;
        return isNamed && choice.Type != QuestionType.MultipleChoice ? choice with { Type = type!.Value } : choice;
    }

    /// <summary>The options are what is accepted; without any, it is the key.</summary>
    private List<Sourced<string>> Accepted() =>
        Texts is { Count: > 0 } texts ? texts : row[header.Correct].IsBlank ? [] : [new(row[header.Correct].Text.Trim(), row.At(header.Correct))];

    private QuestionDraft? Match()
    {
        var pairs = new List<PairDraft>();
        foreach (Sourced<string> text in Texts)
        {
            string[] sides = text.Value.Split(Arrows, 2, StringSplitOptions.TrimEntries);
            if (sides.Length < 2)
                return LeaveOut(header.Type, QuizErrorCode.UnsupportedQuestionType, "type");
            pairs.Add(new(text with { Value = sides[0] }, text with { Value = sides[1] }));
        }
        return DraftTypes.Match(Prompt, pairs, Prompt.At);
    }

    private NumberRange? Number()
    {
        int? column = row[header.Correct].IsBlank && header.Options.Count > 0 ? header.Options[0] : header.Correct;
        if (NumberRange.Parse(row[column].Text) is { } number)
            return number;
        LeaveOut(column, QuizErrorCode.UnknownValue, "value");
        return null;
    }

    /// <summary>The least and the greatest number are the first options, the step the third; the key is the place.</summary>
    private QuestionDraft? Slider()
    {
        decimal?[] bounds = [.. Texts.Select(text => NumberRange.Number(text.Value))];
        if (bounds is not [{ } min, { } max, ..] || NumberRange.Parse(row[header.Correct].Text) is not { } range)
            return LeaveOut(header.Correct, QuizErrorCode.UnknownValue, "value");
        return DraftTypes.Slider(Prompt, min, max, bounds is [_, _, { } step, ..] ? step : 1, range with { Tolerance = range.Tolerance / 2 }, row.At(header.Correct));
    }

    private Sourced<int>? Points() =>
        int.TryParse(row[header.Points].Text, out int points) && GameLimits.IsPoints(points) ? new(points, row.At(header.Points)) : null;

    private QuestionDraft? LeaveOut(int? column, QuizErrorCode fault, string member)
    {
        draft.LeaveOut(row.At(column), fault, row[column].Text, member);
        return null;
    }
}
