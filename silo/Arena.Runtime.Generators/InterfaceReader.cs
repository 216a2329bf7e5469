using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Arena.Runtime.Generators;

/// <summary>Reads a grain or observer interface into a model, and says what in it cannot be supported.</summary>
internal static class InterfaceReader
{
    public static InterfaceModel Read(INamedTypeSymbol type, Compilation compilation)
    {
        var codecs = new CodecReader(compilation);
        var diagnostics = ImmutableArray.CreateBuilder<DiagnosticModel>();
        var methods = ImmutableArray.CreateBuilder<MethodModel>();
        if (type.IsGenericAnywhere()) diagnostics.Add(DiagnosticModel.Create(Descriptors.Generic, type));
        else if (!type.IsVisible()) diagnostics.Add(DiagnosticModel.Create(Descriptors.Accessibility, type));
        else ReadMembers(type, codecs, methods, diagnostics);

        return new InterfaceModel(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            type.StableName(),
            Identifier(type),
            new(methods.ToImmutable()),
            new([.. codecs.Codecs]),
            new(diagnostics.ToImmutable()));
    }

    private static void ReadMembers(
        INamedTypeSymbol type,
        CodecReader codecs,
        ImmutableArray<MethodModel>.Builder methods,
        ImmutableArray<DiagnosticModel>.Builder diagnostics)
    {
        var ids = new HashSet<uint>();
        foreach (var member in type.AllInterfaces.Insert(0, type).SelectMany(declaring => declaring.GetMembers()))
        {
            if (member.IsStatic || member is INamedTypeSymbol) continue;
            if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            {
                if (member is not IMethodSymbol) diagnostics.Add(DiagnosticModel.Create(Descriptors.Member, member));
                continue;
            }

            var fault = Fault(method, type.IsObserverInterface());
            if (fault is not null)
            {
                diagnostics.Add(fault);
                continue;
            }

            if (ReadMethod(method, type, codecs) is not { } model)
            {
                diagnostics.Add(DiagnosticModel.Create(Descriptors.NotSent, method, codecs.Fault!));
                codecs.Fault = null;
                continue;
            }

            if (ids.Add(model.Id)) methods.Add(model);
            else diagnostics.Add(DiagnosticModel.Create(Descriptors.SameId, method, model.Id.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static DiagnosticModel? Fault(IMethodSymbol method, bool isObserver)
    {
        if (method.IsGenericMethod) return DiagnosticModel.Create(Descriptors.Generic, method);
        var shape = Shape(method);
        if (shape is null || (shape == ReturnShape.Void && !isObserver))
            return DiagnosticModel.Create(Descriptors.ReturnType, method, method.ReturnType.ToDisplayString());
        var oneWay = method.Has("OneWay");
        var hasResult = shape is ReturnShape.TaskOfResult or ReturnShape.ValueTaskOfResult;
        if (oneWay && hasResult) return DiagnosticModel.Create(Descriptors.OneWayResult, method, method.ReturnType.ToDisplayString());
        if (isObserver && shape != ReturnShape.Void && !oneWay) return DiagnosticModel.Create(Descriptors.ObserverWaits, method);
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType || parameter.Type is IPointerTypeSymbol)
                return DiagnosticModel.Create(Descriptors.RefParameter, method, parameter.Name);
            if (IsToken(parameter.Type) && parameter.Ordinal != method.Parameters.Length - 1)
                return DiagnosticModel.Create(Descriptors.Token, method);
        }

        return method.Text("ResponseTimeout") is { } timeout && !TimeSpan.TryParse(timeout, CultureInfo.InvariantCulture, out _)
            ? DiagnosticModel.Create(Descriptors.Timeout, method, timeout)
            : null;
    }

    /// <summary>Null when an argument or the result cannot be sent.</summary>
    private static MethodModel? ReadMethod(IMethodSymbol method, INamedTypeSymbol type, CodecReader codecs)
    {
        var shape = Shape(method)!.Value;
        var result = shape is ReturnShape.TaskOfResult or ReturnShape.ValueTaskOfResult
            ? ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]
            : null;
        var parameters = method.Parameters.Select(parameter => Parameter(parameter, codecs)).ToArray();
        var resultValue = result is null ? null : codecs.Read(result, "the result");
        if (codecs.Fault is not null) return null;
        return new MethodModel(
            method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            method.Name,
            MethodId.Of(method),
            shape,
            method.ReturnType.ToDisplayString(Symbols.Annotated),
            result?.ToDisplayString(Symbols.Annotated),
            resultValue,
            new([.. parameters]),
            method.Has("OneWay") || (shape == ReturnShape.Void && type.IsObserverInterface()),
            method.Has("ReadOnly"),
            method.Has("AlwaysInterleave"),
            method.Text("ResponseTimeout"));
    }

    private static ParameterModel Parameter(IParameterSymbol parameter, CodecReader codecs) => new(
        parameter.Type.ToDisplayString(Symbols.Annotated),
        parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        parameter.Name,
        IsToken(parameter.Type) ? null : codecs.Read(parameter.Type, $"'{parameter.Name}'"));

    private static bool IsToken(ITypeSymbol type) => type.ToDisplayString() == "System.Threading.CancellationToken";

    private static ReturnShape? Shape(IMethodSymbol method)
    {
        if (method.ReturnsVoid) return ReturnShape.Void;
        return method.ReturnType.OriginalDefinition.ToDisplayString() switch
        {
            "System.Threading.Tasks.Task" => ReturnShape.Task,
            "System.Threading.Tasks.Task<TResult>" => ReturnShape.TaskOfResult,
            "System.Threading.Tasks.ValueTask" => ReturnShape.ValueTask,
            "System.Threading.Tasks.ValueTask<TResult>" => ReturnShape.ValueTaskOfResult,
            _ => null,
        };
    }

    /// <summary>The start of the names of what is generated for an interface.</summary>
    public static string Identifier(INamedTypeSymbol type) =>
        new([.. type.ToDisplayString().Select(character => char.IsLetterOrDigit(character) ? character : '_')]);
}
