using System.Collections.Frozen;
using System.Globalization;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Reading;
using Arena.Gateway.Quizzes.Reading.Lines;

namespace Arena.Gateway.Quizzes.Writing.Lines;

/// <summary>Writes Moodle's GIFT. Texts are plain, so that signs of HTML in them stay what they are.</summary>
internal sealed class GiftWriter : IQuizWriter
{
    private const string Arrow = "->";
    private const string Plain = "[plain]";

    private static readonly FrozenSet<string> Kept = FrozenSet.Create<string>("explanation", "weight", "scoring");

    private readonly StreamWriter _text;
    private readonly LossCounter _losses;

    public GiftWriter(string title, Stream output, LossCounter losses)
    {
        (_text, _losses) = (new(output) { NewLine = "\n" }, losses);
        _text.WriteLine($"// {title}");
    }

    public void Add(Question question)
    {
        switch (question)
        {
            case SlideQuestion slide:
                WriteSlide(slide);
                break;
            case OptionsQuestion options when options is not PollQuestion:
                Write(options, () => WriteOptions(options));
                break;
            case TypedAnswerQuestion typed when !typed.Accepted.Any(HasArrow):
                AcceptedTexts.Check(typed, isCaseSensitive: false, _losses);
                Write(typed, () =>
                {
                    foreach (string text in typed.Accepted)
                        WriteAnswer('=', OptionShares.Whole, Wildcard.Escaped(text));
                });
                break;
            case MatchQuestion match when !match.Pairs.Any(pair => HasArrow(pair.Left)):
                Write(match, () => WritePairs(match));
                break;
            case NumberQuestion number:
                Write(number, () => _text.WriteLine($"\t#{WrittenNumber.Of(number, _losses)}"));
                break;
            case SliderQuestion slider when WrittenNumber.IsExact(slider):
                Write(slider, () => _text.WriteLine($"\t#{WrittenNumber.Of(slider, _losses)}"));
                break;
            case OpenTextQuestion open:
                Write(open, () => { });
                break;
            default:
                _losses.LeaveOut(question);
                return;
        }
        _losses.ChangeAllBut(question, Kept);
    }

    public void Finish() => _text.Flush();

    public void Dispose() => _text.Dispose();

    private void WriteSlide(SlideQuestion slide)
    {
        _text.Write("\n::");
        GiftText.WriteEscaped(_text, slide.Prompt);
        _text.Write($"::{Plain}");
        GiftText.WriteEscaped(_text, slide.Body);
        _text.WriteLine();
    }

    private void Write(Question question, Action answers)
    {
        _text.Write($"\n{Plain}");
        GiftText.WriteEscaped(_text, question.Prompt);
        _text.WriteLine(" {");
        answers();
        if (question.Explanation is { } explanation)
        {
            _text.Write("\t####");
            WriteText(explanation);
            _text.WriteLine();
        }
        _text.WriteLine('}');
    }

    private void WriteOptions(OptionsQuestion question)
    {
        ImpliedType.Check(question, _losses);
        if (question is MultipleChoiceQuestion { Scoring: ChoiceScoring.PerOption } && ImpliedType.Of(question) != QuestionType.MultipleChoice)
            _losses.Change(question, "scoring");
        if (ImpliedType.IsPlainTrueFalse(question))
        {
            _text.WriteLine(question.Options[0].IsCorrect ? "\tT" : "\tF");
            return;
        }
        decimal[] shares = question is MultipleChoiceQuestion several && ImpliedType.Of(question) == QuestionType.MultipleChoice
            ? OptionShares.OfSeveral(several, _losses)
            : OptionShares.OfOne(question, _losses);
        for (int place = 0; place < shares.Length; place++)
            WriteAnswer(shares[place] == OptionShares.Whole ? '=' : '~', shares[place], question.Options[place].Label);
    }

    private void WritePairs(MatchQuestion match)
    {
        foreach (MatchPair pair in match.Pairs)
        {
            WriteStart('=', OptionShares.Whole, pair.Left);
            WriteText(pair.Left);
            _text.Write($" {Arrow} ");
            GiftText.WriteEscaped(_text, pair.Right);
            _text.WriteLine();
        }
    }

    private void WriteAnswer(char sign, decimal share, string text)
    {
        WriteStart(sign, share, text);
        WriteText(text);
        _text.WriteLine();
    }

    /// <summary>The sign of an answer, and its share where the sign does not say it. A text with a per cent sign first would begin with a share otherwise.</summary>
    private void WriteStart(char sign, decimal share, string text)
    {
        _text.Write('\t');
        _text.Write(sign);
        if (share is not (0 or OptionShares.Whole) || text.StartsWith('%'))
            _text.Write(string.Create(CultureInfo.InvariantCulture, $"%{share:0.#####}%"));
    }

    private void WriteText(string text)
    {
        if (GiftText.Format(text).Format is not null)
            _text.Write(Plain);
        GiftText.WriteEscaped(_text, text);
    }

    private static bool HasArrow(string text) => text.Contains(Arrow, StringComparison.Ordinal);
}
