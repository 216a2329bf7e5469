using Microsoft.CodeAnalysis;

namespace Arena.Runtime.Generators;

/// <summary>
/// The stable number of a method within its interface: its [Id], or a hash of its [Alias], or a hash of its name and parameter types.
/// A trailing CancellationToken does not count, so adding one keeps the number.
/// </summary>
internal static class MethodId
{
    public static uint Of(IMethodSymbol method)
    {
        if (method.Attribute("Id").Argument() is uint id) return id;
        if (method.Text("Alias") is { } alias) return Hash(alias);
        var types = method.Parameters
            .Select(parameter => parameter.Type.ToDisplayString())
            .Where(type => type != "System.Threading.CancellationToken");
        return Hash($"{method.Name}({string.Join(",", types)})");
    }

    /// <summary>FNV-1a, 32 bits, over UTF-16 code units.</summary>
    public static uint Hash(string text) =>
        text.Aggregate(2166136261u, (hash, character) => unchecked((hash ^ character) * 16777619u));
}
