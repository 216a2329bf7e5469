using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Arena.Gateway.Http;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Tests.Contract;

/// <summary>
/// .NET types as TypeScript, in the form that the serialiser gives them: its names, its cases of a closed family, and its way with absent values
/// there. The types that a type mentions are declared with it.
/// </summary>
internal sealed class TypeScriptTypes(IEnumerable<ProblemCodes> problemCodes)
{
    private const int LineLength = 120;

    private static readonly HashSet<Type> Numbers =
        [typeof(byte), typeof(short), typeof(int), typeof(long), typeof(uint), typeof(ulong), typeof(float), typeof(double), typeof(decimal)];

    private static readonly HashSet<Type> Texts = [typeof(string), typeof(Guid), typeof(DateTimeOffset), typeof(DateTime), typeof(DateOnly), typeof(Uri)];

    private readonly Dictionary<Type, string> _declarations = [];
    private readonly Dictionary<Type, (string Name, string Value)> _discriminators = [];
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>The declarations so far: namespace, name and text of each type.</summary>
    public IEnumerable<(string Namespace, string Name, string Text)> Declarations =>
        _declarations.Select(declared => (declared.Key.Namespace!, NameOf(declared.Key), declared.Value));

    /// <summary>How a type is referred to; declares it if that is needed.</summary>
    /// <param name="type">The type.</param>
    /// <param name="json">How it is written.</param>
    /// <param name="isRead">Whether the server reads it: then members with a default may be left out.</param>
    public string Reference(Type type, JsonSerializerOptions json, bool isRead = false)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Reference(value, json, isRead)} | null";
        if (Numbers.Contains(type))
            return "number";
        if (Texts.Contains(type))
            return "string";
        if (type == typeof(bool))
            return "boolean";
        if (type == typeof(object) || type == typeof(JsonElement))
            return "unknown";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(JsonBody<>))
            return Reference(type.GetGenericArguments()[0], json, isRead);
        if (ElementOf(type) is { } element)
            return Reference(element, json, isRead) is var each && each.Contains(' ', StringComparison.Ordinal) ? $"({each})[]" : $"{each}[]";
        if (type == typeof(ProblemCode))
            _declarations.TryAdd(type, Union(type, problemCodes.Select(codes => Reference(codes.Enumeration, json)).Order(StringComparer.Ordinal)));
        Declare(type, json, isRead);
        return type.IsGenericType
            ? $"{NameOf(type)}<{string.Join(", ", type.GetGenericArguments().Select(argument => Reference(argument, json, isRead)))}>"
            : NameOf(type);
    }

    /// <summary>The methods of a hub's interface, or of its clients', by the names that they have on the wire.</summary>
    public string Methods(Type contract, JsonSerializerOptions json, bool isServer)
    {
        var methods = contract.GetMethods().Select(method =>
        {
            var parameters = method.GetParameters()
                .Select(parameter => $"{parameter.Name}: {Reference(parameter.ParameterType, json, isRead: isServer)}");
            var result = method.ReturnType.IsGenericType ? Reference(method.ReturnType.GetGenericArguments()[0], json) : "void";
            return $"  {method.Name}({string.Join(", ", parameters)}): {(isServer ? $"Promise<{result}>" : "void")};\n";
        });
        return $"export interface {contract.Name[1..]} {{\n{string.Concat(methods)}}}\n";
    }

    private void Declare(Type type, JsonSerializerOptions json, bool isRead)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (!_declarations.TryAdd(definition, ""))
            return;
        _declarations[definition] = type.IsEnum ? Union(type, Cases(type, json)) : Declaration(type, json, isRead);
    }

    private string Declaration(Type type, JsonSerializerOptions json, bool isRead)
    {
        var info = json.GetTypeInfo(type);
        if (info.PolymorphismOptions is { } family)
        {
            foreach (var derived in family.DerivedTypes)
                _discriminators[derived.DerivedType] = (family.TypeDiscriminatorPropertyName, (string)derived.TypeDiscriminator!);
            // A case that is declared within its family has a name there alone.
            return Union(type, family.DerivedTypes.Select(derived => derived.DerivedType.IsNested
                ? $"{{ {string.Join("; ", Members(derived.DerivedType, json, isRead))} }}"
                : Reference(derived.DerivedType, json, isRead)));
        }
        Assert.True(info.Kind == JsonTypeInfoKind.Object, $"{type} is written as {info.Kind}, of which the web client's contract knows nothing");
        var members = Members(type, json, isRead).Select(member => $"  {member};\n");
        var parameters = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericTypeDefinition().GetGenericArguments().Select(each => each.Name))}>" : "";
        return $"export interface {NameOf(type)}{parameters} {{\n{string.Concat(members)}}}\n";
    }

    private IEnumerable<string> Members(Type type, JsonSerializerOptions json, bool isRead) =>
    [
        .. _discriminators.TryGetValue(type, out var tag) ? [$"{tag.Name}: '{tag.Value}'"] : (string[])[],
        // An ignored member can be neither read nor written.
        .. json.GetTypeInfo(type).Properties.Where(property => !property.IsExtensionData && (property.Get ?? (object?)property.Set) is not null)
            .Select(property => Member(type, property, json, isRead)),
    ];

    private string Member(Type type, JsonPropertyInfo property, JsonSerializerOptions json, bool isRead)
    {
        var source = (PropertyInfo)property.AttributeProvider!;
        var open = type.IsGenericType ? type.GetGenericTypeDefinition().GetProperty(source.Name)! : source;
        var value = Nullable.GetUnderlyingType(open.PropertyType);
        var isNullable = value is not null || _nullability.Create(open).ReadState == NullabilityState.Nullable;
        var reference = Reference(value ?? open.PropertyType, json, isRead);
        var isLeftOut = isRead
            ? isNullable || MayBeLeftOut(property)
            : isNullable && (source.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition ?? json.DefaultIgnoreCondition) == JsonIgnoreCondition.WhenWritingNull;
        return isLeftOut ? $"{property.Name}?: {reference}" : $"{property.Name}: {reference}{(isNullable ? " | null" : "")}";
    }

    /// <summary>Members that a request may omit: those with a default in the constructor, or one of their own.</summary>
    private static bool MayBeLeftOut(JsonPropertyInfo property) =>
        !property.IsRequired && (property.AssociatedParameter is not { } parameter || parameter.HasDefaultValue);

    private static IEnumerable<string> Cases(Type type, JsonSerializerOptions json) =>
        Enum.GetValues(type).Cast<object>().Select(value => $"'{JsonSerializer.SerializeToElement(value, type, json).GetString()}'");

    private static string Union(Type type, IEnumerable<string> cases)
    {
        var all = cases.ToImmutableArray();
        var start = $"export type {NameOf(type)} =";
        var line = $" {string.Join(" | ", all)};\n";
        return start.Length + line.Length <= LineLength + 1 ? start + line
            : line.Length + 1 <= LineLength + 1 ? $"{start}\n {line}"
            : $"{start}\n{string.Join('\n', all.Select(each => $"  | {each}"))};\n";
    }

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && IsSequence(type) && type.GetGenericArguments() is [var element] ? element
        : null;

    private static bool IsSequence(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static string NameOf(Type type) => type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;
}
