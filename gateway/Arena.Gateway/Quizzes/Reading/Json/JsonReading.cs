using System.Text.Json;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>Reads the root value of a JSON text.</summary>
internal delegate void RootReader(ref JsonCursor json);

/// <summary>Reads one question of a list; null if it is not one.</summary>
internal delegate T? QuestionReader<T>(ref JsonCursor json)
    where T : class;

/// <summary>What the readers of JSON share. Those of other programs' pass over members that they do not know.</summary>
internal static class JsonReading
{
    private const int MaxTexts = 32;

    /// <summary>Reads a text from its start to its end; no draft if it is not JSON.</summary>
    /// <param name="text">In UTF-8.</param>
    /// <param name="work">Its budget.</param>
    /// <param name="faults">Where faults go.</param>
    /// <param name="readRoot">Reads what the text holds.</param>
    /// <param name="finish">Makes the reading of it, once the end was reached.</param>
    public static DraftReading Read(ReadOnlySpan<byte> text, ReadingWork work, ValidationErrors faults, RootReader readRoot, Func<DraftReading> finish)
    {
        if (SourceText.FirstInvalidByte(text) is { } invalid)
        {
            faults.AddToQuiz(new LineCounter(work).Mark(text, invalid, null), QuizErrorCode.DamagedText);
            return DraftReading.None;
        }
        var json = new JsonCursor(text, work, faults);
        try
        {
            json.Start();
            readRoot(ref json);
            json.End();
            return finish();
        }
        catch (JsonException broken)
        {
            faults.AddToQuiz(json.PlaceOf(broken), QuizErrorCode.BrokenJson);
            return DraftReading.None;
        }
    }

    /// <summary>Adds the sound questions of a list to the draft, until that is full.</summary>
    public static void ReadQuestions(ref JsonCursor json, ValidationErrors faults, DraftCollector draft, QuestionReader<QuestionDraft> read) =>
        ReadQuestions(ref json, faults, draft, () => draft.IsFull, read, draft.Add);

    /// <summary>The same, with what else ends the reading and where a sound question goes.</summary>
    public static void ReadQuestions<T>(
        ref JsonCursor json, ValidationErrors faults, DraftCollector draft, Func<bool> isFull, QuestionReader<T> read, Action<T> add)
        where T : class
    {
        if (!json.EnterArray())
            return;
        while (json.NextElement())
        {
            if (isFull())
            {
                json.SkipValue();
                continue;
            }
            json.InQuestion = true;
            int faultsBefore = faults.Count;
            T? question = read(ref json);
            if (IsSound(faults, faultsBefore, draft) && question is not null)
                add(question);
            json.InQuestion = false;
        }
    }

    /// <summary>Texts of a list, more than a question may have.</summary>
    public static List<Sourced<string>> ReadTexts(ref JsonCursor json)
    {
        var texts = new List<Sourced<string>>();
        if (!json.EnterArray())
            return texts;
        while (json.NextElement())
        {
            if (json.ReadScalar() is { } text && texts.Count < MaxTexts)
                texts.Add(text);
        }
        return texts;
    }

    /// <summary>Whether the question that was just read has no faults; else it is counted as unread.</summary>
    private static bool IsSound(ValidationErrors faults, int faultsBefore, DraftCollector draft)
    {
        if (faults.Count == faultsBefore)
            return true;
        draft.CountUnread();
        return false;
    }
}
