using System.Globalization;
using System.Text;

namespace Arena.Runtime.Generators;

/// <summary>Writes the calls of one interface: for each method a sealed class with one typed field per argument.</summary>
internal static class CallEmitter
{
    public static string NameOf(InterfaceModel model, int method) =>
        $"{model.Identifier}_{model.Methods[method].Name}_{model.Methods[method].Id.ToString("X8", CultureInfo.InvariantCulture)}";

    public static void Emit(StringBuilder code, InterfaceModel model)
    {
        for (var i = 0; i < model.Methods.Count; i++) EmitCall(code, model, model.Methods[i], NameOf(model, i));
    }

    private static void EmitCall(StringBuilder code, InterfaceModel model, MethodModel method, string name)
    {
        var parent = method.ResultType is null ? "GrainCallWithoutResult" : $"GrainCall<{method.ResultType}>";
        var result = method.ResultType is null ? "Task" : $"Task<{method.ResultType}>";
        code.AppendLine($$"""

            internal sealed class {{name}} : global::Arena.Runtime.{{parent}}
            {
                public static readonly global::Arena.Runtime.GrainMethod Descriptor = new(
                    typeof({{model.Type}}),
                    {{Literal(model.Name)}},
                    {{Literal(method.Name)}},
                    0x{{method.Id.ToString("X8", CultureInfo.InvariantCulture)}}u,
                    new global::System.Type[] { {{string.Join(", ", method.Parameters.Select(parameter => $"typeof({parameter.TypeOf})"))}} },
                    {{Options(method)}},
                    {{(method.ResponseTimeout is null ? "null" : Literal(method.ResponseTimeout))}});
            """);
        for (var i = 0; i < method.Parameters.Count; i++)
            code.AppendLine($"    public {method.Parameters[i].Type} Arg{Number(i)} = default!;");

        code.AppendLine($$"""

                public override global::Arena.Runtime.GrainMethod Method => Descriptor;

                public override int GetArgumentCount() => {{Number(method.Parameters.Count)}};

                public override object? GetArgument(int index) => index switch
                {
            {{Lines(method, (_, i) => $"        {i} => Arg{i},")}}
                    _ => throw new global::System.ArgumentOutOfRangeException(nameof(index)),
                };

                public override void SetArgument(int index, object value)
                {
                    switch (index)
                    {
            {{Lines(method, (parameter, i) => $"            case {i}: Arg{i} = ({parameter.Type})value!; break;")}}
                        default: throw new global::System.ArgumentOutOfRangeException(nameof(index));
                    }
                }

                protected override global::System.Threading.Tasks.{{result}} InvokeAsync(object target){{Invocation(method)}}
            """);
        if (method.Parameters.Count > 0 && method.Parameters[method.Parameters.Count - 1].IsToken)
        {
            var token = $"Arg{Number(method.Parameters.Count - 1)}";
            code.AppendLine($$"""

                    public override global::System.Threading.CancellationToken Token
                    {
                        get => {{token}};
                        set => {{token}} = value;
                    }
                """);
        }

        code.AppendLine("}");
    }

    private static string Invocation(MethodModel method)
    {
        var arguments = string.Join(", ", method.Parameters.Select((_, i) => $"Arg{Number(i)}"));
        var call = $"(({method.DeclaringInterface})target).{method.Name}({arguments})";
        return method.Returns switch
        {
            ReturnShape.Void => $"\n    {{\n        {call};\n        return global::System.Threading.Tasks.Task.CompletedTask;\n    }}",
            ReturnShape.ValueTask or ReturnShape.ValueTaskOfResult => $" =>\n        {call}.AsTask();",
            _ => $" =>\n        {call};",
        };
    }

    private static string Lines(MethodModel method, Func<ParameterModel, string, string> line) =>
        string.Join("\n", method.Parameters.Select((parameter, i) => line(parameter, Number(i))));

    private static string Options(MethodModel method)
    {
        List<string> options = [];
        if (method.IsOneWay) options.Add("OneWay");
        if (method.IsReadOnly) options.Add("ReadOnly");
        if (method.IsAlwaysInterleave) options.Add("AlwaysInterleave");
        if (method.Parameters.Any(parameter => parameter.IsToken)) options.Add("Cancellable");
        if (options.Count == 0) options.Add("None");
        return string.Join(" | ", options.Select(option => $"global::Arena.Runtime.GrainMethodOptions.{option}"));
    }

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
