using System.Globalization;
using System.Text;
using System.Text.Json;
using Arena.Game.Questions;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Arena.Gateway.Quizzes.Writing;
using Arena.Gateway.Tests.Quizzes;
using Arena.Gateway.Tests.Quizzes.Exports;

namespace Arena.Gateway.Tests.Docs;

/// <summary>Writes docs/exports.md: what each format says of a question of each type in which every member says something.</summary>
internal static class ExportPage
{
    private static readonly string[] OfAllTypes = ["timeLimitMs", "points", "explanation", "hint", "media", "credit"];

    private static readonly (ExportFormat Format, string Name)[] Formats =
    [
        (ExportFormat.Arena, "Arena"), (ExportFormat.Csv, "CSV"), (ExportFormat.Kahoot, "Kahoot"), (ExportFormat.Gift, "GIFT"), (ExportFormat.Moodle, "Moodle XML"),
        (ExportFormat.Qti, "QTI 2.1"),
    ];

    public static string Write()
    {
        Question[] questions = [.. QuizFiles.Read(Encoding.UTF8.GetBytes(EveryTypeQuiz.Json), QuizFormat.Arena).Content!.Questions.Select(WithSeveralRight)];
        var page = new StringBuilder(
            """
            # Exports

            `GET /api/quizzes/{id}/export?format=` writes a quiz as a file for other programs, for its owner and co-authors; `GET /api/quizzes/{id}/export/losses?format=` says
            first what that file will lack, by type and member, with the number of questions. The two tables below are written by a test, which exports a
            question of each type in which every member says something, and imports it again. The members are those of [Arena's own JSON](quiz-format.md).

            | `format` | file | for |
            |---|---|---|
            | `arena` | JSON; with media a `.arena.zip` | Arena: everything, [with the media](quiz-format.md#archives-with-media) |
            | `csv` | separated values, UTF-8 with a byte order mark | spreadsheets, and Arena |
            | `kahoot` | `.xlsx` | Kahoot's import: up to 4 options, the next longer of its 8 times. Texts longer than it takes (120 and 75 characters) are written whole and named `tooLong` |
            | `gift` | text | Moodle and others |
            | `moodle` | XML | Moodle's question bank, with the pictures. White space in a text with a picture is that of a web page |
            | `qti` | `.zip` | QTI 2.1: other learning platforms, with the pictures. White space in texts is that of a web page |

            Arena's own format holds pictures, sounds and videos: a quiz that uses media is written as an archive, any other as JSON. QTI and Moodle XML hold the pictures
            of questions and options with their alt texts, as this server serves them (WebP): a package each one once, in `media/`, named by its manifest; Moodle XML in
            base64 with each text that shows it, together up to `Arena:Quizzes:MaxArchiveBytes`. Questions whose pictures are beyond that are counted (`media`), and
            written without them. Sounds, videos and credits are lost there. Files with media are sent while they are written. An import takes a package of the length of an
            archive, and Moodle XML of the length of any file (`MaxImportBytes`). A medium that this server does not have (the quiz names it, from a file without its media)
            is counted as `referenced`. The other formats do not mention media.

            A cell of separated values that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe
            before it, and an import takes it off again. The cells are those between commas, so open the file with the comma as separator: a spreadsheet that parts it
            by semicolons or tabs, as some do by the language of the computer, finds cells that begin amid a text, and no apostrophe guards those. In a workbook a
            cell that looks like a formula is text, and marked as typed behind an apostrophe.

            ## By type

            A cell names the members that are lost or only nearly kept, beside those of the second table. A dash means that the question is left out. Questions
            of type `trueFalse` whose options are called *True* and *False* stay such; a `multipleChoice` with one right option is a `singleChoice` to Kahoot and GIFT.

            """);
        page.Append(CultureInfo.InvariantCulture, $"\n| type | {string.Join(" | ", Formats.Select(format => format.Name))} |\n|---|{string.Concat(Formats.Select(_ => "---|"))}\n");
        foreach (Question question in questions)
            page.Append(CultureInfo.InvariantCulture, $"| `{NameOf(question)}` | {string.Join(" | ", Formats.Select(format => OfType(format.Format, question)))} |\n");
        page.Append("\n## Of every type\n\n");
        page.Append(CultureInfo.InvariantCulture, $"| member | {string.Join(" | ", Formats.Select(format => format.Name))} |\n|---|{string.Concat(Formats.Select(_ => "---|"))}\n");
        foreach (string member in OfAllTypes)
            page.Append(CultureInfo.InvariantCulture, $"| `{member}` | {string.Join(" | ", Formats.Select(format => Member(format.Format, questions, member)))} |\n");
        QuizContent quiz = new("T", "Words", [questions[0]]) { Tags = ["Tag"], Folder = "Folder" };
        foreach (string member in (string[])["description", "tags", "folder"])
            page.Append(CultureInfo.InvariantCulture, $"| `{member}` of the quiz | {string.Join(" | ", Formats.Select(format => OfQuiz(format.Format, quiz, member)))} |\n");
        return page.ToString();
    }

    private static string OfType(ExportFormat format, Question question)
    {
        if (RoundTripTests.Repeat(format, question) is not { } after)
            return "–";
        string[] lost = [.. RoundTripTests.Losses(format, question).Except(OfAllTypes).Except(["type"])];
        string changed = lost.Length == 0 ? "" : $"not {string.Join(", ", lost.Select(member => $"`{member}`"))}";
        string type = after.Type == question.Type ? "" : $"as `{NameOf(after)}`";
        return type.Length + changed.Length == 0 ? "kept" : string.Join("; ", new[] { type, changed }.Where(part => part.Length > 0));
    }

    private static string Member(ExportFormat format, Question[] questions, string member)
    {
        Question[] written = [.. questions.Where(question => RoundTripTests.Repeat(format, question) is not null)];
        bool isLost = written.Any(question => RoundTripTests.Losses(format, question).Contains(member));
        if (isLost && member == "media" && written.Any(question => question.Media().Any() && !RoundTripTests.Losses(format, question).Contains(member)))
            return "pictures";
        return format == ExportFormat.Kahoot && member == "timeLimitMs" ? "nearly" : isLost ? "lost" : "kept";
    }

    private static string OfQuiz(ExportFormat format, QuizContent quiz, string member) =>
        QuizRendering.AsExport(format, quiz).Losses.Losses.Any(loss => loss.Type is null && loss.Member == member) ? "lost" : "kept";

    /// <summary>A multiple choice with one right option is a single choice to some.</summary>
    private static Question WithSeveralRight(Question question) => question is MultipleChoiceQuestion several
        ? several with { Options = [.. several.Options.Select(option => option with { IsCorrect = option.Weight is null || option.IsCorrect })] }
        : question;

    private static string NameOf(Question question) => JsonNamingPolicy.CamelCase.ConvertName($"{question.Type}");
}
