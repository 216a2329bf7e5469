using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Reading.Tables;

namespace Arena.Gateway.Quizzes.Writing.Tables;

/// <summary>Writes a table of questions as separated values.</summary>
internal sealed class CsvWriter : IQuizWriter
{
    private const int Columns = GameLimits.MaxOptions;
    private const string Arrow = " -> ";

    private static readonly FrozenSet<string> Kept = FrozenSet.Create<string>("timeLimitMs", "points", "explanation");
    private static readonly FrozenSet<string> KeptOfSlider = FrozenSet.Create<string>([.. Kept, "tolerance"]);

    private readonly SeparatedValues _rows;
    private readonly LossCounter _losses;

    public CsvWriter(Stream output, LossCounter losses)
    {
        (_rows, _losses) = (new(output), losses);
        Row("Question", "Type", [.. Enumerable.Range(1, Columns).Select(number => $"Answer {number}")], "Correct answer", "Time (seconds)", "Points", "Explanation");
    }

    public void Add(Question question)
    {
        switch (question)
        {
            case PollQuestion poll:
                Write(poll, "Poll", Labels(poll));
                break;
            case OptionsQuestion options:
                Write(options, TypeOf(options), Labels(options), TableKey.Of(options));
                break;
            case TypedAnswerQuestion typed:
                Write(typed, "Type answer", Accepted(typed));
                break;
            case NumberQuestion number:
                Write(number, "Number", [], WrittenNumber.Of(number, _losses).ToString());
                break;
            case SliderQuestion slider when WrittenNumber.IsExact(slider):
                Write(slider, "Slider", [.. Bounds(slider).Select(WrittenNumber.Text)], new WrittenNumber(slider.Value, slider.Tolerance).ToString(), KeptOfSlider);
                break;
            case OrderQuestion order:
                Write(order, "Order", order.Items);
                break;
            case MatchQuestion match when !match.Pairs.Any(pair => TableQuestion.HasArrow(pair.Left)):
                Write(match, "Match", [.. match.Pairs.Select(pair => pair.Left + Arrow + pair.Right)]);
                break;
            case RatingQuestion:
                Write(question, "Rating", []);
                break;
            case WordCloudQuestion:
                Write(question, "Word cloud", []);
                break;
            case OpenTextQuestion:
                Write(question, "Open-ended", []);
                break;
            case SlideQuestion slide:
                Write(slide, "Slide", [slide.Body]);
                break;
            default:
                _losses.LeaveOut(question);
                break;
        }
    }

    public void Finish() => _rows.Flush();

    public void Dispose() => _rows.Dispose();

    private static string TypeOf(OptionsQuestion question) => question.Type switch
    {
        QuestionType.TrueFalse => "True or false",
        QuestionType.MultipleChoice => "Multiple answers",
        _ => "Single choice",
    };

    private static ImmutableArray<string> Labels(OptionsQuestion question) => [.. question.Options.Select(option => option.Label)];

    private static decimal[] Bounds(SliderQuestion slider) => [slider.Min, slider.Max, slider.Step];

    private ImmutableArray<string> Accepted(TypedAnswerQuestion question)
    {
        if (question.Accepted.Length > Columns)
            _losses.Change(question, "accepted");
        else
            AcceptedTexts.Check(question, isCaseSensitive: false, _losses);
        return [.. question.Accepted.Take(Columns)];
    }

    private void Write(Question question, string type, ImmutableArray<string> options, string key = "", FrozenSet<string>? kept = null)
    {
        string time = question.TimeLimitMs is { } limit ? TableKey.Seconds(limit) : "";
        // A blank cell means the usual limit.
        if (time.Length == 0 && question is not SlideQuestion)
            _losses.Change(question, "timeLimitMs");
        _losses.ChangeAllBut(question, kept ?? Kept);
        Row(
            question.Prompt, type, options, key, time, question.IsScored() ? question.Points.ToString(CultureInfo.InvariantCulture) : "", question.Explanation ?? "");
    }

    private void Row(string prompt, string type, ImmutableArray<string> options, params ReadOnlySpan<string> rest) =>
        _rows.Row([prompt, type, .. options, .. Enumerable.Repeat("", Columns - options.Length), .. rest]);
}
