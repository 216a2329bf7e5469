using System.Globalization;
using System.Text;

namespace Arena.Runtime.Generators;

/// <summary>Writes the proxy of one interface.</summary>
internal static class ProxyEmitter
{
    public static void Emit(StringBuilder code, InterfaceModel model)
    {
        code.AppendLine($$"""

            internal sealed class {{model.Identifier}}_Proxy : global::Arena.Runtime.GrainReference, {{model.Type}}
            {
                public {{model.Identifier}}_Proxy(global::Arena.Runtime.GrainReferenceRuntime runtime, global::Arena.Runtime.GrainId grainId)
                    : base(runtime, grainId)
                {
                }
            """);
        for (var i = 0; i < model.Methods.Count; i++) EmitMethod(code, model.Methods[i], CallEmitter.NameOf(model, i));
        code.AppendLine("}");
    }

    private static void EmitMethod(StringBuilder code, MethodModel method, string call)
    {
        var parameters = string.Join(", ", method.Parameters.Select((parameter, i) => $"{parameter.Type} arg{Number(i)}"));
        var arguments = string.Join(", ", method.Parameters.Select((_, i) => $"Arg{Number(i)} = arg{Number(i)}"));
        var make = $"new {call} {{ {arguments} }}";
        code.AppendLine();
        code.AppendLine($"    {method.ReturnType} {method.DeclaringInterface}.{method.Name}({parameters})");
        code.AppendLine("    {");
        code.AppendLine((method.Returns, method.IsOneWay) switch
        {
            (ReturnShape.Void, _) => $"        Post({make});",
            (ReturnShape.Task, true) => $"        Post({make});\n        return global::System.Threading.Tasks.Task.CompletedTask;",
            (ReturnShape.ValueTask, true) => $"        Post({make});\n        return default;",
            (ReturnShape.ValueTask, _) => $"        return new global::System.Threading.Tasks.ValueTask(InvokeAsync({make}));",
            (ReturnShape.ValueTaskOfResult, _) =>
                $"        return new global::System.Threading.Tasks.ValueTask<{method.ResultType}>(InvokeAsync({make}));",
            _ => $"        return InvokeAsync({make});",
        });
        code.AppendLine("    }");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
