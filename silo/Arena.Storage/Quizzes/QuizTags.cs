using System.Collections.Immutable;
using Arena.Game.Questions;

namespace Arena.Storage.Quizzes;

/// <summary>
/// How the columns hold tags, and the keys by which quizzes are searched. An author has few quizzes, so their tags need no table of their own: one
/// text holds all of a quiz, each between line feeds.
/// </summary>
public static class QuizTags
{
    private const char Separator = '\n';

    /// <summary>The tags as one text.</summary>
    public static string Write(IEnumerable<string> tags) => string.Join(Separator, tags);

    /// <summary>The tags of such a text.</summary>
    public static ImmutableArray<string> Read(string tags) => [.. tags.Split(Separator, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What is compared of a text: all but case and accents.</summary>
    public static string Key(string text) => TextComparison.Key(text);

    /// <summary>The keys of tags as one text, in which <see cref="KeyAmong"/> is found.</summary>
    public static string Keys(IReadOnlyCollection<string> tags) =>
        tags.Count == 0 ? "" : $"{Separator}{string.Join(Separator, tags.Select(Key))}{Separator}";

    /// <summary>The key of a tag, as it is found in <see cref="Keys"/>.</summary>
    public static string KeyAmong(string tag) => $"{Separator}{Key(tag)}{Separator}";
}
