using System.Globalization;
using System.Text;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>Finds out by its header what a column holds: the words of public templates and of people, in several languages.</summary>
internal static class HeaderWords
{
    private const int MaxLength = 200;
    private const int MaxWords = 5;

    private static readonly string[] Stops = ["(", "\n", "\r", " - ", " – ", " — ", ":"];

    // Without accents, in the order in which they decide.
    private static readonly (ColumnRole Role, HashSet<string> Words)[] Roles =
    [
        (ColumnRole.Explanation, ["explanation", "feedback", "rationale", "explication", "commentaire", "erklarung", "explicacion", "explicacao", "spiegazione", "uitleg"]),
        (ColumnRole.Picture, ["image", "picture", "photo", "media", "video", "audio", "bild", "imagen", "imagem", "immagine", "url", "link"]),
        (ColumnRole.Time, ["time", "timer", "seconds", "duration", "temps", "duree", "zeit", "tiempo", "tempo", "tijd", "время"]),
        (ColumnRole.Type, ["type", "typ", "tipo"]),
        (ColumnRole.Points, ["points", "score", "punkte", "puntos", "pontos", "punti"]),
        (ColumnRole.Wrong, ["incorrect", "wrong", "distractor", "mauvaise", "fausse", "incorrecte", "falsch", "falsche", "incorrecta", "incorreta", "errata", "неправильный"]),
        (ColumnRole.Correct, ["correct", "right", "key", "solution", "bonne", "correcte", "juste", "richtig", "richtige", "losung", "correcta", "correta", "corretta", "giusta", "juist", "juiste", "poprawna", "правильный"]),
        (ColumnRole.Question, ["question", "questions", "prompt", "enonce", "frage", "pregunta", "pergunta", "domanda", "vraag", "pytanie", "вопрос"]),
        (ColumnRole.Option, ["answer", "answers", "option", "choice", "reponse", "choix", "proposition", "antwort", "respuesta", "opcion", "resposta", "opcao", "risposta", "opzione", "antwoord", "odpowiedz", "ответ"]),
    ];

    private static readonly HashSet<string> NumberWords = ["no", "nr", "number", "numero", "nummer", "n", "id"];

    public static ColumnRole RoleOf(string header)
    {
        if (header.Length > MaxLength)
            return ColumnRole.None;
        string[] words = Words(header);
        if (words.Length is 0 or > MaxWords)
            return header.Contains('#') ? ColumnRole.Number : ColumnRole.None;
        ColumnRole role = Array.Find(Roles, known => words.Any(known.Words.Contains)).Role;
        return role switch
        {
            ColumnRole.Question when header.Contains('#') || NumberWords.Contains(words[^1]) => ColumnRole.Number,
            // "Answer 1" is one of several; "Answer" alone is the right one.
            ColumnRole.Option => IsOrdinal(words[^1]) ? ColumnRole.Option : ColumnRole.Correct,
            ColumnRole.None when words.Length == 1 && NumberWords.Contains(words[0]) => ColumnRole.Number,
            ColumnRole.None when words is [[>= 'a' and <= 'j']] => ColumnRole.Option,
            _ => role,
        };
    }

    /// <summary>The words in small letters without accents, without what follows in brackets or after a dash; digits are words of their own.</summary>
    private static string[] Words(string header)
    {
        string start = header.TrimStart();
        foreach (string stop in Stops)
        {
            int end = start.IndexOf(stop, StringComparison.Ordinal);
            if (end > 0)
                start = start[..end];
        }
        var words = new StringBuilder();
        foreach (char character in SafelyDecomposed(start).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            bool isDigit = char.IsAsciiDigit(character);
            if (words.Length > 0 && isDigit != char.IsAsciiDigit(words[^1]))
                words.Append(' ');
            words.Append(isDigit || char.IsLetter(character) ? character : ' ');
        }
        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Text with half characters cannot be normalised; it is no header.</summary>
    private static string SafelyDecomposed(string text) =>
        text.EnumerateRunes().Contains(Rune.ReplacementChar) ? "" : text.Normalize(NormalizationForm.FormD);

    private static bool IsOrdinal(string word) => word.All(char.IsAsciiDigit) || word is [>= 'a' and <= 'j'];
}
