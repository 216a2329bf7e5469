using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Arena.GrainInterfaces;

/// <summary>
/// A <typeparamref name="T"/> that the session grain has already written as UTF-8 JSON. Gateways and hubs pass it on as it is, so a body is
/// serialised once however many see it, and a gateway of the previous release passes on what it does not know.
/// </summary>
/// <typeparam name="T">What the JSON is.</typeparam>
[GenerateSerializer, Immutable, Alias("arena.JsonBody`1")]
[JsonConverter(typeof(JsonBodyConverterFactory))]
public readonly record struct JsonBody<T>([property: Id(0)] ReadOnlyMemory<byte> Utf8);

/// <summary>Writes the body's bytes as they are.</summary>
public sealed class JsonBodyConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(JsonBody<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    [SuppressMessage("Performance", "CA1812", Justification = "Created by the factory")]
    private sealed class Converter<T> : JsonConverter<JsonBody<T>>
    {
        public override JsonBody<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new(JsonSerializer.SerializeToUtf8Bytes(document.RootElement));
        }

        public override void Write(Utf8JsonWriter writer, JsonBody<T> value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}
