using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Arena.Runtime.Generators;

/// <summary>Reads a grain class into a model.</summary>
internal static class ClassReader
{
    public static ClassModel Read(INamedTypeSymbol type)
    {
        var diagnostics = ImmutableArray.CreateBuilder<DiagnosticModel>();
        if (type.IsGenericAnywhere()) diagnostics.Add(DiagnosticModel.Create(Descriptors.Generic, type));
        else if (!type.IsVisible()) diagnostics.Add(DiagnosticModel.Create(Descriptors.Accessibility, type));

        return new ClassModel(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            type.Text("Alias") ?? GrainType(type.Name),
            new([
                .. type.AllInterfaces
                    .Where(parent => parent.IsGrainInterface())
                    .Select(parent => parent.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)),
            ]),
            type.Has("Reentrant"),
            MaxLocalWorkers(type),
            new(diagnostics.ToImmutable()));
    }

    private static int MaxLocalWorkers(INamedTypeSymbol type)
    {
        if (type.Attribute("StatelessWorker") is not { } attribute) return 0;
        return attribute.Argument() is int workers ? workers : -1;
    }

    private static string GrainType(string name)
    {
        const string Suffix = "Grain";
        var stem = name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - Suffix.Length)
            : name;
        return stem.ToLowerInvariant();
    }
}
