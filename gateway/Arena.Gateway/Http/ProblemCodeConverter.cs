using System.Text.Json;
using System.Text.Json.Serialization;

namespace Arena.Gateway.Http;

/// <summary>Writes a code by its name alone.</summary>
internal sealed class ProblemCodeConverter : JsonConverter<ProblemCode>
{
    public override ProblemCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Problems are written, never read.");

    public override void Write(Utf8JsonWriter writer, ProblemCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
