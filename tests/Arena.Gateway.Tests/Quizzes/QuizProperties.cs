using System.Text;
using Arena.Gateway.Quizzes.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Arena.Gateway.Tests.Quizzes;

public sealed class QuizProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void A_quiz_written_as_Arena_JSON_is_read_back_as_it_was() => Prop
        .ForAll(QuizGenerators.ForJson, quiz =>
        {
            string json = QuizRendering.AsJson(quiz);
            QuizReading reading = QuizFiles.Read(Encoding.UTF8.GetBytes(json), QuizFormat.Auto);
            Assert.Empty(reading.Errors);
            Assert.Equal(json, QuizRendering.AsJson(reading.Content!));
        })
        .Check(Runs);

    [Fact]
    public void A_quiz_written_as_OpenTriviaQA_is_read_back_as_it_was() => Prop
        .ForAll(QuizGenerators.ForOpenTrivia, Gen.Elements("\n", "\r\n", "\r").ToArbitrary(), (quiz, lineEnd) =>
        {
            QuizReading reading = QuizFiles.Read(QuizRendering.AsOpenTrivia(quiz, lineEnd), QuizFormat.OpenTriviaQa, quiz.Title);
            Assert.Empty(reading.Errors);
            Assert.Equal(QuizRendering.AsJson(quiz with { Description = null, Tags = [], Folder = null }), QuizRendering.AsJson(reading.Content!));
        })
        .Check(Runs);

    [Fact]
    public void Reading_any_bytes_does_not_throw_and_accepts_only_sound_questions() => Prop
        .ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsSoundOrRefused(bytes))
        .Check(Runs);

    [Fact]
    public void Reading_a_quiz_with_any_byte_broken_does_not_throw_and_accepts_only_sound_questions() => Prop
        .ForAll(QuizGenerators.ForOpenTrivia, ArbMap.Default.ArbFor<byte>(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (quiz, value, place) =>
        {
            foreach (byte[] file in new[] { QuizRendering.AsOpenTrivia(quiz, "\n"), Encoding.UTF8.GetBytes(QuizRendering.AsJson(quiz)) })
            {
                file[place % file.Length] = value;
                IsSoundOrRefused(file);
                IsSoundOrRefused(file.AsMemory(0, place % file.Length));
            }
        })
        .Check(Runs);

    private static void IsSoundOrRefused(ReadOnlyMemory<byte> file)
    {
        foreach (QuizFormat format in Enum.GetValues<QuizFormat>())
        {
            QuizReading reading = QuizFiles.Read(file, format, "Title", skipInvalid: true);
            if (reading.Content is { } content)
                Assert.Empty(QuizFiles.Read(Encoding.UTF8.GetBytes(QuizRendering.AsJson(content)), QuizFormat.Arena).Errors);
            else
                Assert.NotEmpty(reading.Errors);
            Assert.All(reading.Errors, error => Assert.True(error.Line >= 1 && error.Column is null or >= 1));
        }
    }
}
