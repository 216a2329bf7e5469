using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Arena.Game.Questions;

namespace Arena.Storage.Quizzes;

/// <summary>
/// Tells questions apart by what is asked, what is right, and how long there is: a question that was edited is another one. The order in which a session
/// shows things, the points and the explanation make no difference.
/// </summary>
public static class QuestionFingerprint
{
    private const int Bytes = 16;

    /// <summary>The first half of a SHA-256 hash.</summary>
    public static Guid Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var plain = Unordered(question);
        string?[] parts =
        [
            plain.Type.ToString(), plain.Prompt, plain.TimeLimitMs?.ToString(CultureInfo.InvariantCulture), QuestionContent.Write(plain),
            .. plain is OptionsQuestion { Options: var options } ? options.SelectMany(Parts) : [],
        ];
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts))).AsSpan(0, Bytes), bigEndian: true);
    }

    private static Question Unordered(Question question) => question switch
    {
        OptionsQuestion choice => choice with
        {
            Options = [.. choice.Options.OrderBy(option => option.Label, StringComparer.Ordinal).ThenBy(option => option.IsCorrect).ThenBy(option => option.Weight)],
        },
        OrderQuestion order => order with { Shown = [] },
        MatchQuestion match => match with { Shown = [] },
        _ => question,
    };

    private static string?[] Parts(Option option) =>
        [option.Label, option.IsCorrect ? "1" : "0", option.Weight?.ToString("R", CultureInfo.InvariantCulture)];
}
