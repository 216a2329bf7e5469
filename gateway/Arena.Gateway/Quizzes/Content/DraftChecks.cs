using System.Text.Json;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>Reports a fault.</summary>
/// <param name="at">Where it is.</param>
/// <param name="fault">What it is.</param>
/// <param name="text">The text that was read there.</param>
/// <param name="member">The name of the field.</param>
/// <param name="limit">The limit that is not kept.</param>
internal delegate void AddFault(SourceMark at, QuizErrorCode fault, string? text = null, string? member = null, int? limit = null);

/// <summary>Checks single values of a draft: each comes back as it is kept, or as null with a fault.</summary>
internal sealed class DraftChecks(ReadingWork work, AddFault refuse)
{
    /// <summary>Where faults go.</summary>
    public AddFault Refuse => refuse;

    /// <summary>Text of one line.</summary>
    public string? Line(Sourced<string> raw, string member, int maxLength) =>
        Checked(raw, QuizText.TryNormaliseLine(raw.Value, maxLength, out string text), text, member, maxLength);

    /// <summary>Text of several lines.</summary>
    public string? Lines(Sourced<string> raw, string member, int maxLength) =>
        Checked(raw, QuizText.TryNormaliseLines(raw.Value, maxLength, out string text), text, member, maxLength);

    /// <summary>A whole number within bounds; another one comes back with a fault.</summary>
    public int Integer(Sourced<int> number, string member, int least, int most)
    {
        if (number.Value < least || number.Value > most)
            refuse(number.At, QuizErrorCode.OutOfRange, $"{number.Value}", member, number.Value < least ? least : most);
        return number.Value;
    }

    /// <summary>One of some words: the names of an enumeration in camelCase. Another one comes back as the first of them, with a fault.</summary>
    public T Word<T>(Sourced<string> word, string member)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == word.Value)
                return value;
        }
        refuse(word.At, QuizErrorCode.UnknownValue, word.Value, member);
        return default;
    }

    private string? Checked(Sourced<string> raw, QuizErrorCode? fault, string text, string member, int maxLength)
    {
        work.Visit(Math.Min(raw.Value.Length, QuizText.MostRaw(maxLength)));
        if (fault is not { } refused)
            return text;
        refuse(raw.At, refused, raw.Value, member, refused == QuizErrorCode.TooLong ? maxLength : null);
        return null;
    }
}
