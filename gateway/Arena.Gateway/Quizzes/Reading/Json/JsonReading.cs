using System.Text.Json;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>Reads the root value of a JSON text.</summary>
internal delegate void RootReader(ref JsonCursor json);

/// <summary>What the readers of other programs' JSON share: members that they do not know are passed over.</summary>
internal static class JsonReading
{
    private const int MaxTexts = 32;

    public static DraftReading Read(ReadOnlySpan<byte> text, ReadingWork work, ValidationErrors faults, DraftCollector draft, RootReader readRoot)
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
            return draft.Finish();
        }
        catch (JsonException broken)
        {
            faults.AddToQuiz(json.PlaceOf(broken), QuizErrorCode.BrokenJson);
            return DraftReading.None;
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
    public static bool IsSound(ValidationErrors faults, int faultsBefore, DraftCollector draft)
    {
        if (faults.Count == faultsBefore)
            return true;
        draft.CountUnread();
        return false;
    }
}
