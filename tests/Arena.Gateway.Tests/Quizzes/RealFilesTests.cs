using System.Text;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

public sealed class RealFilesTests
{
    [Theory]
    [InlineData("for-kids.txt", 759, 758, 125, 22, "4758 TooLong")]
    [InlineData("general.txt", 3290, 3289, 270, 34, "7211 TooLong")]
    [InlineData("geography.txt", 842, 840, 59, 9, "2014 DuplicateOption, 4379 DuplicateOption")]
    [InlineData("history.txt", 1645, 1639, 180, 21,
        "1698 DamagedText, 4268 DamagedText, 4491 TooLong, 10095 TooLong, 10206 TooLong, 10522 TooLong")]
    [InlineData("science-technology.txt", 2486, 2477, 338, 5,
        "1700 TooLong, 2313 DamagedText, 2981 TooLong, 2982 TooLong, 2983 TooLong, 2984 TooLong, 7927 DuplicateOption, 8947 TooLong, "
        + "9254 TooLong, 9257 TooLong, 9270 TooLong, 12073 DuplicateOption, 16528 TooLong")]
    [InlineData("video-games.txt", 599, 598, 111, 4, "718 DuplicateOption")]
    public void Every_real_file_is_read_and_its_faults_have_their_lines(
        string file, int questions, int sound, int trueFalse, int ofSeveralLines, string faults)
    {
        Assert.SkipWhen(SharedData.Find(file) is null, "The real question files are not beside the repository");
        byte[] bytes = File.ReadAllBytes(SharedData.Find(file)!);

        QuizReading reading = QuizFiles.Read(bytes, QuizFormat.Auto, "Real", skipInvalid: true);

        QuizContent quiz = Assert.IsType<QuizContent>(reading.Content);
        Assert.Equal(faults, string.Join(", ", reading.Errors.Select(error => $"{error.Line} {error.Code}")));
        Assert.Equal(sound, quiz.Questions.Length);
        Assert.Equal(questions - sound, reading.SkippedQuestions);
        Assert.Equal(trueFalse, quiz.Questions.Count(question => question.Type == QuestionType.TrueFalse));
        Assert.Equal(ofSeveralLines, quiz.Questions.Count(question => question.Prompt.Contains('\n')));
        Assert.All(quiz.Questions, question => Assert.Single(question.Options(), option => option.IsCorrect));
        Assert.Null(QuizFiles.Read(bytes, QuizFormat.OpenTriviaQa, "Real").Content);
    }

    [Theory]
    [InlineData("general.txt", "Insomnia Café")]
    [InlineData("general.txt", "Tomas Tranströmer")]
    [InlineData("general.txt", "FC Bayern München")]
    [InlineData("general.txt", "I1 (Imperfect – Level 1)")]
    [InlineData("history.txt", "Sturmpanzer IV Brummbär")]
    [InlineData("video-games.txt", "“Nightsabre Panthers”")]
    public void Lines_in_Windows_1252_are_read_as_such(string file, string text)
    {
        Assert.SkipWhen(SharedData.Find(file) is null, "The real question files are not beside the repository");
        QuizContent quiz = QuizFiles.Read(File.ReadAllBytes(SharedData.Find(file)!), QuizFormat.Auto, "Real", skipInvalid: true).Content!;
        Assert.Contains(quiz.Questions, question =>
            question.Prompt.Contains(text) || question.Options().Any(option => option.Label.Contains(text)));
    }

    [Theory]
    [InlineData("for-kids.txt")]
    [InlineData("general.txt")]
    [InlineData("geography.txt")]
    [InlineData("history.txt")]
    [InlineData("science-technology.txt")]
    [InlineData("video-games.txt")]
    public void No_real_text_is_garbled(string file)
    {
        Assert.SkipWhen(SharedData.Find(file) is null, "The real question files are not beside the repository");
        QuizContent quiz = QuizFiles.Read(File.ReadAllBytes(SharedData.Find(file)!), QuizFormat.Auto, "Real", skipInvalid: true).Content!;
        string all = string.Join('\n', quiz.Questions.SelectMany(question => question.Options().Select(option => option.Label).Prepend(question.Prompt)));
        // What UTF-8 looks like when it is taken for Windows-1252.
        Assert.DoesNotContain("â€", all);
        Assert.DoesNotContain("Ã©", all);
        Assert.DoesNotContain('\uFFFD', all);
        Assert.True(all.IsNormalized(NormalizationForm.FormC));
    }
}
