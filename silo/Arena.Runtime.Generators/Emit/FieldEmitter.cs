using System.Globalization;
using System.Text;

namespace Arena.Runtime.Generators;

/// <summary>Writes what sends and receives the fields of an object, be it a type's members, a call's arguments, or a result.</summary>
internal static class FieldEmitter
{
    private static readonly Dictionary<string, uint> Wires = new()
    {
        ["Varint"] = 0, ["Fixed64"] = 1, ["Bytes"] = 2, ["Object"] = 3, ["Fixed32"] = 5, ["List"] = 6, ["Fixed128"] = 7,
    };

    public static string WireType(string wire) => $"global::Arena.Runtime.WireType.{wire}";

    /// <summary>Writes an object with the given fields, each a number, an expression, and what it is.</summary>
    public static void Write(StringBuilder code, string indent, IReadOnlyList<(uint Id, string Source, ValueModel Value)> fields)
    {
        code.AppendLine($"{indent}writer.BeginObject();");
        foreach (var (id, source, value) in fields)
        {
            var local = $"field{Number(id)}";
            var tag = ((id << 3) | Wires[value.Wire]).ToString(CultureInfo.InvariantCulture);
            var write = $"writer.WriteTag({tag}u); {Fill(value.Write, local)};";
            code.AppendLine($"{indent}var {local} = {source};");
            code.AppendLine(value.Present is null ? $"{indent}{write}" : $"{indent}if ({Fill(value.Present, local)}) {{ {write} }}");
        }

        code.AppendLine($"{indent}writer.EndObject();");
    }

    /// <summary>Reads an object into the given places, each a number, what is assigned to, and what it is.</summary>
    public static void Read(StringBuilder code, string indent, IReadOnlyList<(uint Id, string Target, ValueModel Value)> fields)
    {
        code.AppendLine($$"""
            {{indent}}reader.BeginObject();
            {{indent}}while (reader.TryReadField(out var id))
            {{indent}}{
            {{indent}}    switch (id)
            {{indent}}    {
            """);
        foreach (var (id, target, value) in fields)
        {
            code.AppendLine($$"""
                {{indent}}        case {{Number(id)}}u:
                {{indent}}            reader.Expect({{WireType(value.Wire)}});
                {{indent}}            {{target}} = {{value.Read}};
                {{indent}}            break;
                """);
        }

        code.AppendLine($$"""
            {{indent}}        default:
            {{indent}}            reader.Skip();
            {{indent}}            break;
            {{indent}}    }
            {{indent}}}
            """);
    }

    public static string Fill(string template, string value) => template.Replace("{0}", value);

    private static string Number(uint value) => value.ToString(CultureInfo.InvariantCulture);
}
