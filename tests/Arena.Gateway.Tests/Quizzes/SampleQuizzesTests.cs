using System.Text.Json;
using System.Text.Json.Nodes;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>The sample quizzes that come with the web client, one file for each and language.</summary>
public sealed class SampleQuizzesTests
{
    private static readonly string[] Samples = ["meeting-icebreaker", "pub-round", "science-class", "stream-night", "world-tour"];
    private static readonly string[] Languages = ["de", "en", "es", "fr"];

    public static TheoryData<string> Names => [.. Samples];

    [Fact]
    public void Each_sample_has_a_file_in_each_language_and_there_is_no_other_file() =>
        Assert.Equal(
            Samples.SelectMany(_ => Languages, (sample, language) => $"{sample}.{language}.json"),
            Directory.EnumerateFiles(Repository.At("gateway/web/src/lib/samples"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_is_imported_as_it_is_and_explains_each_scored_question(string sample) => Assert.All(Languages, language =>
    {
        var quiz = Read(sample, language);
        Assert.NotNull(quiz.Description);
        Assert.InRange(quiz.Questions.Length, 6, 8);
        Assert.All(quiz.Questions.Where(question => question.Points > 0), question => Assert.NotNull(question.Explanation));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_differs_between_languages_in_its_texts_alone(string sample)
    {
        var english = Shape(null, Json(sample, "en"))!.ToJsonString();
        Assert.All(Languages, language => Assert.Equal(english, Shape(null, Json(sample, language))!.ToJsonString()));
        Assert.Distinct(Languages.Select(language => Read(sample, language).Title));
    }

    [Fact]
    public void All_samples_together_have_every_type_that_needs_no_picture() =>
        Assert.Equal(
            Enum.GetValues<QuestionType>().Where(type => type != QuestionType.Pin),
            Samples.SelectMany(sample => Read(sample, "en").Questions).Select(question => question.Type).Distinct().Order());

    private static QuizContent Read(string sample, string language)
    {
        var reading = QuizFiles.Read(Bytes(sample, language), QuizFormat.Arena);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        return Assert.IsType<QuizContent>(reading.Content);
    }

    /// <summary>A file without its texts. How many answers are accepted depends on the language.</summary>
    private static JsonNode? Shape(string? member, JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(field => field.Key != "accepted").Select(field => KeyValuePair.Create(field.Key, Shape(field.Key, field.Value)))),
        JsonArray entries => new JsonArray([.. entries.Select(entry => Shape(null, entry))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && member is not ("type" or "scoring") => null,
        _ => node?.DeepClone(),
    };

    private static JsonNode Json(string sample, string language) => JsonNode.Parse(Bytes(sample, language))!;

    private static byte[] Bytes(string sample, string language) => File.ReadAllBytes(Repository.At("gateway/web/src/lib/samples", $"{sample}.{language}.json"));
}
