using System.Collections.Frozen;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Writing.Tables;

/// <summary>
/// Writes the workbook that Kahoot gives to those who import questions: a choice of up to four options, a time limit out of eight, and no more. Its columns
/// stand where its template has them, below some rows of titles.
/// </summary>
internal sealed class KahootWriter : IQuizWriter
{
    private const int TitleRow = 2;
    private const int HeaderRow = 8;
    private const int MaxOptions = 4;
    private const int MaxPromptLength = 120;
    private const int MaxOptionLength = 75;
    private const int MillisecondsASecond = 1_000;

    private static readonly int[] Seconds = [5, 10, 20, 30, 60, 90, 120, 240];
    private static readonly FrozenSet<string> Kept = FrozenSet.Create<string>("timeLimitMs");

    private readonly SheetWriter _sheet;
    private readonly LossCounter _losses;
    private int _number;

    public KahootWriter(string title, Stream output, LossCounter losses)
    {
        (_sheet, _losses) = (new(output, "Questions"), losses);
        _sheet.Row(TitleRow, "", title);
        _sheet.Row(
            HeaderRow, "", "Question - max 120 characters", "Answer 1 - max 75 characters", "Answer 2 - max 75 characters", "Answer 3 - max 75 characters",
            "Answer 4 - max 75 characters", "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one");
    }

    public void Add(Question question)
    {
        if (question is not OptionsQuestion { Options.Length: <= MaxOptions } options || question is PollQuestion)
        {
            _losses.LeaveOut(question);
            return;
        }
        ImpliedType.Check(options, _losses);
        _losses.ChangeAllBut(question, Kept);
        if (options.Prompt.Length > MaxPromptLength)
            _losses.NoteLength(question, "prompt");
        if (options.Options.Any(option => option.Label.Length > MaxOptionLength))
            _losses.NoteLength(question, "options");
        _number++;
        string[] labels = [.. options.Options.Select(option => option.Label), .. Enumerable.Repeat("", MaxOptions - options.Options.Length)];
        _sheet.Row(HeaderRow + _number, [SheetCell.Number(_number), options.Prompt, .. labels, SheetCell.Number(Time(options)), Key(options)]);
    }

    public void Finish() => _sheet.Finish();

    public void Dispose() => _sheet.Dispose();

    /// <summary>The shortest time that is not shorter than the question's.</summary>
    private int Time(OptionsQuestion question)
    {
        int longest = Seconds[^1];
        int fitting = question.TimeLimitMs is { } limit ? Seconds.FirstOrDefault(seconds => seconds * MillisecondsASecond >= limit, longest) : longest;
        if (fitting * MillisecondsASecond != question.TimeLimitMs)
            _losses.Change(question, "timeLimitMs");
        return fitting;
    }

    private static SheetCell Key(OptionsQuestion question) => question.Options.Count(option => option.IsCorrect) == 1
        ? SheetCell.Number(1 + question.Options.IndexOf(question.Options.First(option => option.IsCorrect)))
        : TableKey.Of(question);
}
