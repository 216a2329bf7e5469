using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Files as the import reads them.</summary>
internal static class QuizFiles
{
    public static QuizReading Read(ReadOnlyMemory<byte> file, QuizFormat format, string? title = null, bool skipInvalid = false) =>
        Read(file, format, new ReadingWork(TestContext.Current.CancellationToken), title, skipInvalid);

    public static QuizReading Read(ReadOnlyMemory<byte> file, QuizFormat format, ReadingWork work, string? title = null, bool skipInvalid = false) =>
        QuizReader.Read(file, format, work, QuestionLimit.OfAccount, title, skipInvalid);

    /// <summary>A file of the fixtures.</summary>
    public static byte[] Case(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Quizzes", "fixtures", name));
}
