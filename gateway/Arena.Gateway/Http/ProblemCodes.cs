using System.Text.Json;

namespace Arena.Gateway.Http;

/// <summary>An enumeration whose codes are among those of <see cref="ProblemCode"/>: each feature that has codes of its own registers it.</summary>
internal sealed record ProblemCodes(Type Enumeration)
{
    /// <summary>Its codes on the wire.</summary>
    public IEnumerable<string> Names => Enum.GetNames(Enumeration).Select(JsonNamingPolicy.CamelCase.ConvertName);
}
