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
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    /// <summary>Writes a body once, for all who will see it.</summary>
    public static JsonBody<T> Body<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, Options));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
