using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>The options of a row, and which of them are correct.</summary>
internal sealed class TableOptions(TableRow row, TableHeader header, DraftCollector draft)
{
    /// <returns>The options; null if the key names none of them, which is reported.</returns>
    public IReadOnlyList<OptionDraft>? Read() => header.Wrong.Count > 0 && header.Correct is not null ? WithKeyAsOption() : WithKey();

    private IReadOnlyList<OptionDraft> WithKeyAsOption()
    {
        OptionDraft[] wrong = [.. header.Wrong.Concat(header.Options).Where(column => !row[column].IsBlank).Select(column => Option(column, isCorrect: false))];
        // Without a right answer the wrong ones are left, so that the question is refused for it.
        return row[header.Correct].IsBlank
            ? wrong
            : DraftOptions.Mixed(row[header.Question].Text, Option(header.Correct!.Value, isCorrect: true), wrong);
    }

    private IReadOnlyList<OptionDraft>? WithKey()
    {
        string key = row[header.Correct].Text;
        string[] texts = [.. header.Options.Select(column => row[column].Text)];
        if (Array.TrueForAll(texts, string.IsNullOrWhiteSpace) && bool.TryParse(key, out bool isTrue))
            return DraftOptions.TrueFalse(isTrue, row.At(header.Correct));
        if (AnswerKey.Find(key, texts) is not { } correct)
        {
            draft.LeaveOut(row.At(header.Correct), QuizErrorCode.AnswerNotAmongOptions, key);
            return null;
        }
        return
        [
            .. Enumerable.Range(0, texts.Length).Where(index => !string.IsNullOrWhiteSpace(texts[index]))
                .Select(index => Option(header.Options[index], correct.Contains(index))),
        ];
    }

    private OptionDraft Option(int column, bool isCorrect) => new(new(row[column].Text, row.At(column)), isCorrect);
}
