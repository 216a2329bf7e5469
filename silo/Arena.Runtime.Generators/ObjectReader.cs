using Microsoft.CodeAnalysis;

namespace Arena.Runtime.Generators;

/// <summary>Reads the numbered members of a type, and how an object of it is made from them.</summary>
internal static class ObjectReader
{
    private const uint MaxId = (1u << 29) - 1;

    public static IReadOnlyList<MemberModel>? Read(INamedTypeSymbol type, Compilation compilation, CodecReader codecs)
    {
        var name = type.ToDisplayString();
        if (type.IsAbstract)
        {
            codecs.Fail($"{name} is abstract, and nothing on the wire says what is derived from it");
            return null;
        }

        if (FindMembers(type, compilation, codecs) is not { } symbols) return null;
        if (FindConstructor(type, symbols, compilation) is not { } constructor)
        {
            codecs.Fail($"{name} cannot be made: generated code sees no constructor and setters for all of its members with an [Id]");
            return null;
        }

        List<MemberModel> members = [];
        foreach (var symbol in symbols)
        {
            if (codecs.Read(TypeOf(symbol), $"{name}.{symbol.Name}") is not { } value) return null;
            var parameter = constructor.Parameters.FirstOrDefault(candidate => Matches(candidate, symbol));
            members.Add(new MemberModel((uint)symbol.Attribute("Id").Argument()!, symbol.Name, value, parameter?.Ordinal ?? -1));
        }

        return members;
    }

    private static List<ISymbol>? FindMembers(INamedTypeSymbol type, Compilation compilation, CodecReader codecs)
    {
        Dictionary<uint, ISymbol> found = [];
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().Where(IsState))
            {
                var shown = $"{type.ToDisplayString()}.{member.Name}";
                if (member.Attribute("Id").Argument() is not uint id)
                {
                    if (!IsSettable(member, compilation)) continue;
                    codecs.Fail($"{shown} has no [Id] and would be lost");
                    return null;
                }

                if (id > MaxId || found.ContainsKey(id))
                {
                    codecs.Fail($"{shown} has the [Id] {id}, which is {(id > MaxId ? "too large" : $"that of {found[id].Name}")}");
                    return null;
                }

                if (!IsReadable(member, compilation))
                {
                    codecs.Fail($"{shown} cannot be read by generated code");
                    return null;
                }

                found.Add(id, member);
            }
        }

        return [.. found.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    private static IMethodSymbol? FindConstructor(INamedTypeSymbol type, List<ISymbol> members, Compilation compilation) =>
        type.InstanceConstructors
            .Where(constructor => compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly))
            .Where(constructor => constructor.Parameters.All(parameter => members.Any(member => Matches(parameter, member))))
            .Where(constructor => members.All(member =>
                constructor.Parameters.Any(parameter => Matches(parameter, member)) || IsSettable(member, compilation)))
            .OrderByDescending(constructor => constructor.Parameters.Length)
            .FirstOrDefault();

    private static bool Matches(IParameterSymbol parameter, ISymbol member) =>
        parameter.RefKind == RefKind.None
        && string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, TypeOf(member));

    private static bool IsState(ISymbol member) =>
        !member.IsStatic && member is IPropertySymbol { IsIndexer: false } or IFieldSymbol { AssociatedSymbol: null, IsStatic: false };

    private static bool IsReadable(ISymbol member, Compilation compilation)
    {
        ISymbol? read = member is IPropertySymbol property ? property.GetMethod : member;
        return read is not null && compilation.IsSymbolAccessibleWithin(read, compilation.Assembly);
    }

    private static bool IsSettable(ISymbol member, Compilation compilation)
    {
        ISymbol? write = member switch
        {
            IPropertySymbol property => property.SetMethod,
            IFieldSymbol { IsReadOnly: false } field => field,
            _ => null,
        };
        return write is not null && compilation.IsSymbolAccessibleWithin(write, compilation.Assembly);
    }

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
}
