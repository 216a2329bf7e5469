using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;

namespace Arena.Gateway.Http;

/// <summary>
/// Beside each file that is worth it, the client's build puts the same one compressed: <c>app.js.br</c>, <c>app.js.gz</c>. Its content type
/// is that of the file itself.
/// </summary>
internal sealed class PrecompressedAssets : IContentTypeProvider
{
    private readonly FileExtensionContentTypeProvider _types = new();

    /// <summary>By HTTP's names, the best first.</summary>
    public static IReadOnlyList<(string Name, string Extension)> Encodings { get; } = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>How a file is encoded, or null if it is as it is.</summary>
    public static string? EncodingOf(string file) =>
        Encodings.Where(encoding => file.EndsWith(encoding.Extension, StringComparison.Ordinal)).Select(encoding => encoding.Name).FirstOrDefault();

    public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
        _types.TryGetContentType(EncodingOf(subpath) is null ? subpath : Path.ChangeExtension(subpath, null), out contentType);
}
