using System.Collections.Frozen;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>
/// Reads the members of a question that only some types have. The type may stand behind them, so all are read, and those that do not belong to it
/// are reported afterwards.
/// </summary>
internal static class ArenaJsonMembers
{
    /// <summary>Entries of a list that are kept: more than any may have.</summary>
    private const int MaxEntries = 32;

    private static readonly FrozenDictionary<string, MemberReader> Readers = new Dictionary<string, MemberReader>
    {
        ["shuffle"] = Flag,
        ["scoring"] = Text,
        ["accepted"] = Texts,
        ["ignoreCase"] = Flag,
        ["ignoreAccents"] = Flag,
        ["ignoreSpaces"] = Flag,
        ["ignorePunctuation"] = Flag,
        ["allowTypos"] = Flag,
        ["value"] = Number,
        ["tolerance"] = Number,
        ["decimals"] = Integer,
        ["unit"] = Text,
        ["min"] = Number,
        ["max"] = Number,
        ["step"] = Number,
        ["items"] = Texts,
        ["pairs"] = Pairs,
        ["areas"] = Areas,
        ["steps"] = Integer,
        ["low"] = Text,
        ["high"] = Text,
        ["maxWords"] = Integer,
        ["body"] = Text,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private delegate object? MemberReader(ref JsonCursor json);

    /// <summary>Reads the member at the cursor.</summary>
    /// <returns>Whether some type has such a member.</returns>
    public static bool TryRead(string name, ref JsonCursor json, ref DraftMembers members)
    {
        if (!Readers.TryGetValue(name, out MemberReader? read))
            return false;
        if (ReferenceEquals(members, DraftMembers.None))
            members = new();
        SourceMark at = json.Here;
        members.Add(name, at, read(ref json));
        return true;
    }

    private static Sourced<string>? Text(ref JsonCursor json) => json.ReadTextOrNull();

    private static Sourced<int>? Integer(ref JsonCursor json) => json.ReadInteger();

    private static Sourced<decimal>? Number(ref JsonCursor json) => json.ReadDecimal();

    /// <summary>The texts of a list, more than any may have.</summary>
    public static Sourced<IReadOnlyList<Sourced<string>>>? Texts(ref JsonCursor json)
    {
        SourceMark at = json.Here;
        if (!json.EnterArray())
            return null;
        var texts = new List<Sourced<string>>();
        while (json.NextElement())
        {
            if (json.ReadText() is { } text && texts.Count < MaxEntries)
                texts.Add(text);
        }
        return new(texts, at);
    }

    private static Sourced<IReadOnlyList<Sourced<PinArea>>>? Areas(ref JsonCursor json) => ArenaJsonAreas.Read(ref json);

    private static Sourced<IReadOnlyList<PairDraft>>? Pairs(ref JsonCursor json)
    {
        SourceMark at = json.Here;
        if (!json.EnterArray())
            return null;
        var pairs = new List<PairDraft>();
        while (json.NextElement())
        {
            if (Pair(ref json) is { } pair && pairs.Count < MaxEntries)
                pairs.Add(pair);
        }
        return new(pairs, at);
    }

    private static PairDraft? Pair(ref JsonCursor json)
    {
        SourceMark start = json.Here;
        if (!json.EnterObject())
            return null;
        Sourced<string>? left = null, right = null;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "left": left = json.ReadText(); break;
                case "right": right = json.ReadText(); break;
                default: json.RefuseMember(member); break;
            }
        }
        json.Require(start, "left", "right");
        return left is null || right is null ? null : new(left, right);
    }

    private static Sourced<bool> Flag(ref JsonCursor json)
    {
        SourceMark at = json.Here;
        return new(json.ReadBoolean(), at);
    }
}
