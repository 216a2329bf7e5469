using Microsoft.CodeAnalysis;

namespace Arena.Runtime.Generators;

/// <summary>Questions about symbols of the engine, answered by name, since a generator cannot reference what it generates for.</summary>
internal static class Symbols
{
    private const string Namespace = "Arena.Runtime";

    public static readonly SymbolDisplayFormat Annotated = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayFormat.FullyQualifiedFormat.MiscellaneousOptions
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static bool IsEngine(this ITypeSymbol type, string name) =>
        type.Name == name && type.ContainingType is null && type.ContainingNamespace?.ToDisplayString() == Namespace;

    public static bool IsGrainInterface(this INamedTypeSymbol type) => Extends(type, "IGrain");

    public static bool IsObserverInterface(this INamedTypeSymbol type) => Extends(type, "IGrainObserver");

    public static bool IsGrainClass(this INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.IsEngine("Grain")) return true;
        }

        return false;
    }

    public static AttributeData? Attribute(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.IsEngine(name + "Attribute") == true);

    public static bool Has(this ISymbol symbol, string name) => symbol.Attribute(name) is not null;

    public static string? Text(this ISymbol symbol, string attribute) =>
        symbol.Attribute(attribute).Argument() as string;

    /// <summary>The only argument of an attribute's constructor; null when there is none.</summary>
    public static object? Argument(this AttributeData? attribute) =>
        attribute is { ConstructorArguments.Length: 1 } ? attribute.ConstructorArguments[0].Value : null;

    /// <summary>The full name with dots, as the stable name of a type.</summary>
    public static string StableName(this INamedTypeSymbol type) => type.Text("Alias") ?? type.ToDisplayString();

    public static bool IsVisible(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal) return false;
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return false;
        }

        return true;
    }

    public static bool IsGenericAnywhere(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType) return true;
        }

        return false;
    }

    private static bool Extends(INamedTypeSymbol type, string name) =>
        type.TypeKind == TypeKind.Interface
        && type.ContainingNamespace?.ToDisplayString() != Namespace
        && type.AllInterfaces.Any(parent => parent.IsEngine(name));
}
