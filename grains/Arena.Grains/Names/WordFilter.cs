using System.Collections.Frozen;
using System.Collections.Immutable;
using Arena.Game.Names;
using Arena.Grains.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Names;

/// <summary>
/// Finds words that offend in names. A name is read as its words, as the parts of its words (BigMan, big_man, man69), as words spelt out in
/// it (b i g), and as a whole without spaces; part of another word offends only where the list has it as such.
/// </summary>
internal sealed class WordFilter
{
    /// <summary>Parts that are no longer than this and follow one another are read together.</summary>
    private const int SpeltOut = 2;

    private readonly FrozenDictionary<char, WordEntry[]> _byFirstLetter;
    private readonly WordEntry[] _phrases;
    private readonly Spelling[] _allowed;

    public WordFilter(IOptions<GameOptions> options)
        : this([.. WordList.BuiltIn, .. options.Value.WordFile is { } file ? WordList.ReadFile(file) : []])
    {
    }

    public WordFilter(ImmutableArray<WordEntry> entries)
    {
        _allowed = [.. entries.Where(entry => entry.Place == WordPlace.Allowed).Select(entry => entry.Words[0])];
        _phrases = [.. entries.Where(entry => entry.Words.Length > 1)];
        _byFirstLetter = entries.Where(entry => entry.Place != WordPlace.Allowed && entry.Words.Length == 1)
            .GroupBy(entry => entry.Words[0].Runs[0].Letter)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Whether a name, as it was typed, holds a word that offends.</summary>
    public bool Finds(string? typed) => Nicknames.Clean(typed, out var name) is null && IsUnfit(name);

    /// <summary>Whether words, as they were typed, hold one that offends: they may be longer than a name.</summary>
    public bool FindsIn(string? typed)
    {
        _ = Nicknames.Clean(typed, out var words);
        return IsUnfit(words);
    }

    private bool IsUnfit(string name)
    {
        var words = name.Split(' ');
        var spelt = words.Select(Spelling.Of).ToArray();
        var parts = words.SelectMany(NameParts.Of).ToArray();
        return spelt.Zip(words).Any(word => NameParts.HasLetter(word.Second) && !NameParts.IsLabel(word.Second) && Offends(word.First))
            || parts.Where(NameParts.HasLetter).Select(Spelling.Of).Any(Offends)
            || SpeltOutIn(parts).Any(Offends)
            || (words.Length > 1 && !NameParts.IsLabel(string.Concat(words)) && IsOffence(Spelling.Of(name)))
            || _phrases.Any(phrase => Follow(spelt, phrase.Words));
    }

    private static IEnumerable<Spelling> SpeltOutIn(string[] parts)
    {
        for (var from = 0; from < parts.Length; from++)
        {
            var run = parts.Skip(from).TakeWhile(part => part.Length <= SpeltOut).ToArray();
            var spelt = string.Concat(run);
            if (run.Length > 1 && spelt.Length > SpeltOut && NameParts.HasLetter(spelt) && !NameParts.IsLabel(spelt))
                yield return Spelling.Of(spelt);
            from += run.Length;
        }
    }

    private bool Offends(Spelling word)
    {
        for (var at = 0; at < word.Runs.Length; at++)
        {
            foreach (var entry in _byFirstLetter.GetValueOrDefault(word.Runs[at].Letter, []))
            {
                if (OffendsAt(word, at, entry) && !IsAllowed(word, at, entry.Words[0].Runs.Length))
                    return true;
            }
        }
        return false;
    }

    private static bool OffendsAt(Spelling word, int at, WordEntry entry) => entry.Place switch
    {
        WordPlace.Whole => at == 0 && word.Is(entry.Words[0]),
        WordPlace.Beginning => at == 0 && word.HasAt(0, entry.Words[0]),
        _ => word.HasAt(at, entry.Words[0]),
    };

    /// <summary>Whether the whole, without its spaces, is nothing but one word that offends.</summary>
    private bool IsOffence(Spelling whole) =>
        whole.Runs.Length > 0 && _byFirstLetter.GetValueOrDefault(whole.Runs[0].Letter, []).Any(entry => whole.Is(entry.Words[0]));

    private bool IsAllowed(Spelling word, int at, int length) => _allowed.Any(allowed =>
        Enumerable.Range(0, at + 1).Any(from => from + allowed.Runs.Length >= at + length && word.HasAt(from, allowed)));

    private static bool Follow(Spelling[] words, ImmutableArray<Spelling> phrase) =>
        Enumerable.Range(0, Math.Max(0, words.Length - phrase.Length + 1)).Any(from => phrase.Index().All(next => words[from + next.Index].Is(next.Item)));
}
