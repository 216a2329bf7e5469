using System.Net;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>How the texts of one file of the Open Trivia Database are encoded: all of them alike, and once.</summary>
internal sealed class OpenTriviaDbDecoding
{
    private readonly Encoding _encoding;

    private OpenTriviaDbDecoding(Encoding encoding) => _encoding = encoding;

    private enum Encoding { Html, Percent, PercentWithPlus, Base64 }

    /// <param name="prompts">The questions: encoded addresses have no blanks.</param>
    /// <param name="types">The types, which only base64 encodes.</param>
    public static OpenTriviaDbDecoding Of(IReadOnlyList<string> prompts, IReadOnlyList<string> types)
    {
        if (types.Count > 0 && types.All(type => type is "bXVsdGlwbGU=" or "Ym9vbGVhbg=="))
            return new(Encoding.Base64);
        bool hasNoBlanks = prompts.Count > 0 && !prompts.Any(prompt => prompt.Contains(' '));
        if (hasNoBlanks && prompts.Any(prompt => prompt.Contains('+')) && !prompts.Any(prompt => prompt.Contains("%20", StringComparison.Ordinal)))
            return new(Encoding.PercentWithPlus);
        return new(hasNoBlanks && prompts.Any(prompt => prompt.Contains('%')) ? Encoding.Percent : Encoding.Html);
    }

    public string Decode(string text) => _encoding switch
    {
        Encoding.Base64 => FromBase64(text),
        Encoding.Percent => Uri.UnescapeDataString(text),
        Encoding.PercentWithPlus => Uri.UnescapeDataString(text.Replace('+', ' ')),
        _ => WebUtility.HtmlDecode(text),
    };

    /// <summary>Text that is not base64 is taken as it stands.</summary>
    private static string FromBase64(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? System.Text.Encoding.UTF8.GetString(bytes, 0, length) : text;
    }
}
