using System.Text;

namespace Arena.Web.Tests;

/// <summary>The quiz that is played, and its key: the real file where it lies beside the repository, else one of twelve questions.</summary>
internal static class QuizFile
{
    /// <summary>Five questions, for those who are not after its size.</summary>
    public static string Small { get; } = Repository.At("tests", "Arena.Web.Tests", "fixtures", "geography.txt");

    public static string Path { get; } = Find();

    /// <summary>The readable questions in the file's order.</summary>
    public static IReadOnlyList<QuizFileQuestion> Questions { get; } = [.. Read()];

    private static string Find()
    {
        var real = Repository.At("..", "shared", "data", "opentriviaqa", "geography.txt");
        return File.Exists(real) ? real : Repository.At("tests", "Arena.Web.Tests", "fixtures", "twelve", "geography.txt");
    }

    private static IEnumerable<QuizFileQuestion> Read()
    {
        var entries = File.ReadAllText(Path, Encoding.Latin1).ReplaceLineEndings("\n").Split("#Q ", StringSplitOptions.RemoveEmptyEntries);
        foreach (var lines in entries.Select(entry => entry.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var answer = Array.FindIndex(lines, line => line.StartsWith("^ ", StringComparison.Ordinal));
            if (answer < 1)
                continue;
            var correct = Array.IndexOf([.. lines[(answer + 1)..].Select(option => option[2..])], lines[answer][2..]);
            if (correct >= 0)
                yield return new(string.Join(' ', lines[..answer]), correct);
        }
    }
}
