using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Storage.Quizzes;

/// <summary>
/// The members that only the type of a question has, as the column <c>content</c> holds them: the question's JSON without members that have columns or
/// rows of their own, and without defaults. So most questions have none.
/// </summary>
public static class QuestionContent
{
    private static readonly FrozenSet<string> StoredApart = new[]
    {
        nameof(Question.Id), nameof(Question.Prompt), nameof(Question.TimeLimitMs), nameof(Question.Points), nameof(Question.Explanation),
        nameof(OptionsQuestion.Options),
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pictures of the options, by their order, null for an option that has none.</summary>
    private const string PicturesMember = "pictures";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // A database may order the members of an object as it likes.
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Shape } },
    };

    /// <summary>A question of each type without any content.</summary>
    private static readonly FrozenDictionary<QuestionType, Question> Empty = typeof(Question).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .Select(type => Parse($$"""{"type":"{{type.TypeDiscriminator}}"}"""))
        .ToFrozenDictionary(question => question.Type);

    private static readonly FrozenDictionary<QuestionType, string> WrittenEmpty =
        Empty.ToFrozenDictionary(type => type.Key, type => JsonSerializer.Serialize(type.Value, Json));

    /// <summary>The content of a question, or null.</summary>
    public static string? Write(Question question)
    {
        var content = JsonSerializer.Serialize(question, Json);
        return content == WrittenEmpty[question.Type] ? null : content;
    }

    /// <summary>The question of a content, without the members that are stored apart.</summary>
    public static Question Read(QuestionType type, string? content) => content is null ? Empty[type] : Parse(content);

    /// <summary>The pictures of the options of a content, by the order of the options; those behind the last have none.</summary>
    public static ImmutableArray<Medium?> ReadPictures(string? content) =>
        content is null ? [] : JsonSerializer.Deserialize<OptionPictures>(content, Json)!.Pictures is { IsDefault: false } pictures ? pictures : [];

    private static Question Parse(string content) => JsonSerializer.Deserialize<Question>(content, Json)!;

    private static void Shape(JsonTypeInfo type)
    {
        if (!type.Type.IsSubclassOf(typeof(Question)))
            return;
        foreach (var property in type.Properties)
        {
            var (isApart, get) = (StoredApart.Contains(property.Name), property.Get!);
            property.ShouldSerialize = (question, value) => !isApart && !Equals(value, get(Empty[((Question)question).Type]));
        }
        if (type.Type.IsSubclassOf(typeof(OptionsQuestion)))
            type.Properties.Add(Pictures(type));
    }

    private static JsonPropertyInfo Pictures(JsonTypeInfo type)
    {
        var pictures = type.CreateJsonPropertyInfo(typeof(Medium?[]), PicturesMember);
        pictures.Get = question => ((OptionsQuestion)question).Options is { IsDefault: false } options && options.Any(option => option.Picture is not null)
            ? options.Select(option => option.Picture).ToArray()
            : null;
        pictures.ShouldSerialize = (_, value) => value is not null;
        return pictures;
    }

    private sealed record OptionPictures(ImmutableArray<Medium?> Pictures);
}
