using Microsoft.CodeAnalysis;

namespace Arena.Runtime.Generators;

/// <summary>
/// Walks the closed types of an interface's arguments and results into models of what writes and reads them, and says what cannot be sent.
/// </summary>
internal sealed class CodecReader(Compilation compilation)
{
    private const string Immutable = "System.Collections.Immutable.";
    private const string Collections = "System.Collections.Generic.";

    // A type that is being walked has no model yet: one that contains itself finds its name here.
    private readonly Dictionary<string, CodecModel?> _codecs = new(StringComparer.Ordinal);

    /// <summary>Why a type could not be read, for the first that could not since this was last cleared.</summary>
    public string? Fault { get; set; }

    /// <summary>All types that were walked.</summary>
    public IEnumerable<CodecModel> Codecs => _codecs.Values.Where(codec => codec is not null)!;

    /// <summary>Reads a type where it stands: an argument, a result, a member. Null when it cannot be sent: see <see cref="Fault"/>.</summary>
    public ValueModel? Read(ITypeSymbol type, string place)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Read(nullable.TypeArguments[0], place) is { } inner
                ? Nullable(inner, inner.Write.Replace("{0}", "{0}.GetValueOrDefault()"))
                : null;
        }

        var bare = type.WithNullableAnnotation(NullableAnnotation.None);
        if (ReadBare(bare, bare.ToDisplayString(Symbols.Annotated), place) is not { } value) return null;
        return type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated ? Nullable(value, value.Write) : value;
    }

    /// <summary>Says what is wrong.</summary>
    public ValueModel? Fail(string fault)
    {
        Fault ??= fault;
        return null;
    }

    private static ValueModel Nullable(ValueModel value, string write) =>
        value with { Type = value.Type + "?", Write = write, Present = "{0} is not null", Missing = "null", MayBeNull = true };

    private ValueModel? ReadBare(ITypeSymbol type, string text, string place)
    {
        if (!compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            return Fail($"{place} is {type.ToDisplayString()}, which generated code cannot see");
        if (Scalars.Find(type, text) is { } scalar) return scalar;
        if (type is IArrayTypeSymbol { Rank: 1 } array) return ReadList(CodecKind.Array, type, text, array.ElementType);
        if (type is not INamedTypeSymbol named) return NoSerializer(type, place);
        if (named.IsGrainInterface() || named.IsObserverInterface()) return Reference(named, text);
        if (named.IsTupleType) return ReadTuple(named, text);
        return named.ConstructedFrom.ToDisplayString() switch
        {
            Collections + "List<T>" => ReadList(CodecKind.List, type, text, named.TypeArguments[0]),
            Collections + "IReadOnlyList<T>" => ReadList(CodecKind.ReadOnlyList, type, text, named.TypeArguments[0]),
            Immutable + "ImmutableArray<T>" => ReadList(CodecKind.ImmutableArray, type, text, named.TypeArguments[0]),
            Collections + "Dictionary<TKey, TValue>" => ReadDictionary(CodecKind.Dictionary, named, text, place),
            Immutable + "ImmutableDictionary<TKey, TValue>" => ReadDictionary(CodecKind.ImmutableDictionary, named, text, place),
            _ => named.Has("GenerateSerializer") ? ReadObject(named, text) : NoSerializer(type, place),
        };
    }

    private ValueModel? NoSerializer(ITypeSymbol type, string place) => Fail(
        $"{place} is {type.ToDisplayString()}, which has no serialiser; use a type with [GenerateSerializer] and an [Id] on each member");

    private ValueModel Reference(INamedTypeSymbol type, string text)
    {
        var read = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            ? $"new global::{ManifestEmitter.Namespace}.{InterfaceReader.Identifier(type)}_Proxy(reader.Runtime, reader.ReadGrainId())"
            : $"({text})reader.ReadReference(typeof({text}))";
        return new ValueModel(text, "Object", "writer.WriteReference({0})", read, "{0} is not null", "default!", MayBeNull: false);
    }

    private ValueModel? ReadList(CodecKind kind, ITypeSymbol type, string text, ITypeSymbol element)
    {
        var none = $"global::System.Array.Empty<{element.ToDisplayString(Symbols.Annotated)}>()";
        var (present, missing) = kind switch
        {
            CodecKind.Array => ("{0} is { Length: > 0 }", none),
            CodecKind.ReadOnlyList => ("{0} is { Count: > 0 }", none),
            CodecKind.List => ("{0} is { Count: > 0 }", $"new {text}()"),
            _ => ("!{0}.IsDefaultOrEmpty", $"{text}.Empty"),
        };
        return Walk(type, text, kind, present, missing, () => ReadElement(element, $"an element of {type.ToDisplayString()}") is { } value
            ? [new MemberModel(0, "item", value)]
            : null);
    }

    /// <summary>An element has no tag to leave out, so one that may be null is wrapped.</summary>
    private ValueModel? ReadElement(ITypeSymbol type, string place)
    {
        if (Read(type, place) is not { } value) return null;
        return value.MayBeNull ? Walk(type, value.Type, CodecKind.Optional, null, "null", () => [new MemberModel(0, "", value)]) : value;
    }

    private ValueModel? ReadDictionary(CodecKind kind, INamedTypeSymbol type, string text, string place)
    {
        var key = type.TypeArguments[0].WithNullableAnnotation(NullableAnnotation.None);
        if (Scalars.Find(key, key.ToDisplayString(Symbols.Annotated)) is not { } keyValue)
            return Fail($"{place} is {type.ToDisplayString()}; the keys of a dictionary are numbers, enums, strings or Guids");
        var missing = kind == CodecKind.Dictionary ? $"new {text}()" : $"{text}.Empty";
        return Walk(type, text, kind, "{0} is { Count: > 0 }", missing, () =>
            Read(type.TypeArguments[1], $"a value of {type.ToDisplayString()}") is { } value
                ? [new MemberModel(0, "Key", keyValue), new MemberModel(1, "Value", value)]
                : null);
    }

    private ValueModel? ReadTuple(INamedTypeSymbol type, string text) => Walk(type, text, CodecKind.Tuple, null, null, () =>
    {
        List<MemberModel> members = [];
        foreach (var element in type.TupleElements)
        {
            if (Read(element.Type, $"{type.ToDisplayString()}.{element.Name}") is not { } value) return null;
            members.Add(new MemberModel((uint)members.Count, $"Item{members.Count + 1}", value, members.Count));
        }

        return members;
    });

    private ValueModel? ReadObject(INamedTypeSymbol type, string text) =>
        Walk(type, text, CodecKind.Object, type.IsValueType ? null : "{0} is not null", type.IsValueType ? null : "default!", () =>
            ObjectReader.Read(type, compilation, this));

    /// <summary>Refers to the methods of a type, after its members have been walked once.</summary>
    private ValueModel? Walk(
        ITypeSymbol type,
        string text,
        CodecKind kind,
        string? present,
        string? missing,
        Func<IReadOnlyList<MemberModel>?> readMembers)
    {
        var name = NameOf(text);
        if (!_codecs.ContainsKey(name))
        {
            _codecs[name] = null;
            if (readMembers() is not { } members)
            {
                _codecs.Remove(name);
                return null;
            }

            _codecs[name] = new CodecModel(
                name,
                text,
                kind,
                IsClass: type.IsReferenceType && kind != CodecKind.Optional,
                IsOpen: kind == CodecKind.Object && type.IsReferenceType && !type.IsSealed,
                new([.. members]));
        }

        const string Methods = $"global::{ManifestEmitter.Namespace}.Codecs";
        return new ValueModel(
            text,
            kind is CodecKind.Object or CodecKind.Tuple or CodecKind.Optional ? "Object" : "List",
            $"{Methods}.Write_{name}(ref writer, {{0}})",
            $"{Methods}.Read_{name}(ref reader)",
            present,
            missing ?? $"{Methods}.Empty_{name}()",
            MayBeNull: false);
    }

    private static string NameOf(string text)
    {
        var readable = text.Replace("global::", "").Select(character => char.IsLetterOrDigit(character) ? character : '_');
        return $"{new string([.. readable])}_{MethodId.Hash(text):X8}";
    }
}
