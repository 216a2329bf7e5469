using System.Collections.Immutable;
using System.Globalization;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <summary>Checks the members of a question that only some types have. A missing member, or one with a fault, gives null, zero or an empty list.</summary>
internal static class MemberChecks
{
    public static bool Flag(this DraftMembers members, string name, bool otherwise = false) => members.Find<Sourced<bool>>(name)?.Value ?? otherwise;

    public static string? Line(this DraftMembers members, string name, int maxLength, DraftChecks checks) =>
        members.Find<Sourced<string>>(name) is { } text ? checks.Line(text, name, maxLength) : null;

    public static int Integer(this DraftMembers members, string name, int least, int most, DraftChecks checks, int otherwise = 0) =>
        members.Find<Sourced<int>>(name) is { } number ? checks.Integer(number, name, least, most) : otherwise;

    /// <summary>A number within the bounds of all numbers.</summary>
    public static decimal Number(this DraftMembers members, string name, DraftChecks checks, decimal otherwise = 0) =>
        members.Number(name, -GameLimits.MaxNumber, GameLimits.MaxNumber, checks, otherwise);

    public static decimal Number(this DraftMembers members, string name, decimal least, decimal most, DraftChecks checks, decimal otherwise = 0)
    {
        if (members.Find<Sourced<decimal>>(name) is not { } number)
            return otherwise;
        if (number.Value < least || number.Value > most)
            checks.Refuse(number.At, QuizErrorCode.OutOfRange, number.Value.ToString(CultureInfo.InvariantCulture), name);
        return number.Value;
    }

    /// <summary>One of some words: the names of an enumeration in camelCase.</summary>
    public static T Word<T>(this DraftMembers members, string name, DraftChecks checks)
        where T : struct, Enum =>
        members.Find<Sourced<string>>(name) is { } word ? checks.Word<T>(word, name) : default;

    /// <summary>Texts of one line, so many, no two of which look the same.</summary>
    public static ImmutableArray<string> Texts(
        this DraftMembers members, string name, int least, int most, int maxLength, DraftChecks checks)
    {
        if (members.Find<Sourced<IReadOnlyList<Sourced<string>>>>(name) is not { } texts)
            return [];
        return checks.IsCount(texts.Value.Count, texts.At, name, least, most) ? checks.Distinct(texts.Value, name, maxLength) : [];
    }

    /// <summary>Whether a list has neither too few entries nor too many.</summary>
    public static bool IsCount(this DraftChecks checks, int count, SourceMark at, string member, int least, int most)
    {
        if (count >= least && count <= most)
            return true;
        bool isFew = count < least;
        checks.Refuse(at, isFew ? QuizErrorCode.TooFewEntries : QuizErrorCode.TooManyEntries, null, member, isFew ? least : most);
        return false;
    }

    /// <summary>Texts of one line, no two of which look the same.</summary>
    public static ImmutableArray<string> Distinct(this DraftChecks checks, IEnumerable<Sourced<string>> texts, string member, int maxLength)
    {
        var kept = ImmutableArray.CreateBuilder<string>();
        var looks = new List<string>();
        foreach (Sourced<string> text in texts)
        {
            if (checks.Line(text, member, maxLength) is not { } line)
                continue;
            string look = LabelLook.Of(line);
            if (looks.Contains(look))
                checks.Refuse(text.At, QuizErrorCode.DuplicateEntry, line);
            looks.Add(look);
            kept.Add(line);
        }
        return kept.DrainToImmutable();
    }
}
