using Microsoft.CodeAnalysis;

namespace Arena.Runtime.Generators;

/// <summary>The types that the wire format itself knows.</summary>
internal static class Scalars
{
    private const string NotDefault = "{0} != default";
    private const string NotEmpty = "{0} is { Length: > 0 }";

    public static ValueModel? Find(ITypeSymbol type, string text)
    {
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying }) return Enumeration(underlying, text);
        return type.SpecialType switch
        {
            SpecialType.System_Boolean => Number(text, "Boolean"),
            SpecialType.System_Byte => Number(text, "Byte"),
            SpecialType.System_SByte => Number(text, "SByte"),
            SpecialType.System_Int16 => Number(text, "Int16"),
            SpecialType.System_UInt16 => Number(text, "UInt16"),
            SpecialType.System_Char => Number(text, "Char"),
            SpecialType.System_Int32 => Number(text, "Int32"),
            SpecialType.System_UInt32 => Number(text, "UInt32"),
            SpecialType.System_Int64 => Number(text, "Int64"),
            SpecialType.System_UInt64 => Number(text, "UInt64"),

            // Always written: -0.0 equals the default and is not it, and so does 0.00m.
            SpecialType.System_Single => Of(text, "Fixed32", "Single", null, "default"),
            SpecialType.System_Double => Of(text, "Fixed64", "Double", null, "default"),
            SpecialType.System_Decimal => Of(text, "Fixed128", "Decimal", null, "default"),
            SpecialType.System_DateTime => Of(text, "Fixed64", "DateTime", null, "default"),
            SpecialType.System_String => Of(text, "Bytes", "String", NotEmpty, "\"\""),
            _ => ByName(text),
        };
    }

    private static ValueModel? ByName(string text) => text switch
    {
        "global::System.Guid" => Of(text, "Fixed128", "Guid", NotDefault, "default"),
        "global::System.TimeSpan" => Number(text, "TimeSpan"),
        "global::System.DateTimeOffset" => Of(text, "Fixed128", "DateTimeOffset", null, "default"),
        "global::System.ReadOnlyMemory<byte>" => Bytes(text, "{0}.Span", "ReadMemory", NotEmpty, "default"),
        "byte[]" => Bytes(text, "{0}", "ReadByteArray", NotEmpty, "global::System.Array.Empty<byte>()"),
        "global::System.Collections.Immutable.ImmutableArray<byte>" => Bytes(
            text, "{0}.AsSpan()", "ReadImmutableBytes", "!{0}.IsDefaultOrEmpty", $"{text}.Empty"),
        _ => null,
    };

    private static ValueModel Enumeration(INamedTypeSymbol underlying, string text)
    {
        var number = Find(underlying, underlying.ToDisplayString())!;
        return number with
        {
            Type = text,
            Write = number.Write.Replace("{0}", $"({number.Type}){{0}}"),
            Read = $"({text}){number.Read}",
        };
    }

    private static ValueModel Number(string text, string method) => Of(text, "Varint", method, NotDefault, "default");

    private static ValueModel Of(string text, string wire, string method, string? present, string missing) =>
        new(text, wire, $"writer.Write{method}({{0}})", $"reader.Read{method}()", present, missing, MayBeNull: false);

    private static ValueModel Bytes(string text, string span, string read, string present, string missing) =>
        new(text, "Bytes", $"writer.WriteBytes({span})", $"reader.{read}()", present, missing, MayBeNull: false);
}
