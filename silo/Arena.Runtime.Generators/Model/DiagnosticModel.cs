using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Arena.Runtime.Generators;

/// <summary>A diagnostic without the syntax tree, so that it compares by value.</summary>
internal sealed record DiagnosticModel(
    string Id,
    string Path,
    TextSpan Span,
    LinePositionSpan Lines,
    string Subject,
    string Detail)
{
    public static DiagnosticModel Create(DiagnosticDescriptor descriptor, ISymbol symbol, string detail = "")
    {
        var location = symbol.Locations.FirstOrDefault(candidate => candidate.IsInSource) ?? Location.None;
        return new DiagnosticModel(
            descriptor.Id,
            location.SourceTree?.FilePath ?? "",
            location.SourceSpan,
            location.GetLineSpan().Span,
            symbol.ToDisplayString(),
            detail);
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptors.All[Id],
        Path.Length == 0 ? Location.None : Location.Create(Path, Span, Lines),
        Subject,
        Detail);
}
