using System.Text.Json;
using System.Text.Json.Serialization;

namespace Arena.GrainInterfaces;

/// <summary>How everything that a browser sees is written: camelCase names, enums as camelCase strings, no nulls left out.</summary>
public static class WireJson
{
    /// <summary>The options. Do not change them: take a copy, or use <see cref="Configure"/> on your own.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Makes other options write and read the same way.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 16;
        // The order of an object's members means nothing, and a member that is left out is no zero: a kick without a seat removes no player.
        options.AllowOutOfOrderMetadataProperties = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    /// <summary>Writes a body once, for all who will see it.</summary>
    public static JsonBody<T> Body<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, Options));

    /// <summary>Reads a body.</summary>
    /// <exception cref="JsonException">It is not of the documented form.</exception>
    public static T Read<T>(JsonBody<T> body) =>
        JsonSerializer.Deserialize<T>(body.Utf8.Span, Options) ?? throw new JsonException("A body is never null.");

    /// <summary>Reads a body that a newer release may have written.</summary>
    /// <returns>Null if it is not of a form that this release knows.</returns>
    public static T? TryRead<T>(JsonBody<T> body)
        where T : class
    {
        try
        {
            return Read(body);
        }
        catch (Exception unknown) when (unknown is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
