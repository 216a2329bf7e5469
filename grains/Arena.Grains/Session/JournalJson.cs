using System.Text.Json;
using System.Text.Json.Serialization;

namespace Arena.Grains.Session;

/// <summary>How the journal and the rows beside it are written.</summary>
internal static class JournalJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // A database may order the members of an object as it likes, and earlier releases wrote the type of a question behind its id.
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };
}
