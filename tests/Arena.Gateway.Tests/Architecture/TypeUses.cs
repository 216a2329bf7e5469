using System.Reflection;
using System.Reflection.Emit;

namespace Arena.Gateway.Tests.Architecture;

/// <summary>The types that the compiled code of a type names: in its declaration, in its members, and in the bodies of its methods.</summary>
internal static class TypeUses
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static HashSet<Type> Of(Type type) => [.. OfDeclaration(type)
        .Concat(type.GetFields(Declared).SelectMany(field => OfAttributes(field).Append(field.FieldType)))
        .Concat(type.GetProperties(Declared).SelectMany(OfAttributes))
        .Concat(type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).SelectMany(OfMethod))
        .SelectMany(Parts)];

    private static IEnumerable<Type> OfDeclaration(Type type) => OfAttributes(type)
        .Concat(type.GetInterfaces())
        .Concat(type.BaseType is { } parent ? [parent] : [])
        .Concat(type.IsGenericTypeDefinition ? type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()) : []);

    private static IEnumerable<Type> OfAttributes(MemberInfo member) => member.GetCustomAttributesData().SelectMany(attribute =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue))
            .SelectMany(argument => argument.Value is Type named ? [argument.ArgumentType, named] : new[] { argument.ArgumentType })
            .Prepend(attribute.AttributeType));

    private static IEnumerable<Type> OfMethod(MethodBase method) => OfAttributes(method)
        .Concat(method.GetParameters().Select(parameter => parameter.ParameterType))
        .Concat(method is MethodInfo { ReturnType: var returned } ? [returned] : [])
        .Concat(OfBody(method));

    private static IEnumerable<Type> OfBody(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        foreach (var clause in body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause))
            yield return clause.CatchType!;
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            foreach (var used in OfMember(Resolve(method, token)))
                yield return used;
        }
    }

    /// <summary>The tokens of members and types among the instructions.</summary>
    private static IEnumerable<int> Tokens(byte[] instructions)
    {
        for (var at = 0; at < instructions.Length;)
        {
            var isLong = instructions[at] == OpCodes.Prefix1.Value;
            var code = OpCodesByValue[isLong ? unchecked((short)((instructions[at] << 8) | instructions[at + 1])) : instructions[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(instructions, at);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(instructions, at)),
                _ => 4,
            };
        }
    }

    private static MemberInfo Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null)!;

    /// <summary>A member is used with the type that declares it, and with enumerations, whose values appear in the code as numbers.</summary>
    private static IEnumerable<Type> OfMember(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, .. Enumerations([field.FieldType])],
        MethodBase method =>
        [
            method.DeclaringType!,
            .. method.IsGenericMethod ? method.GetGenericArguments() : [],
            .. Enumerations(method.GetParameters().Select(parameter => parameter.ParameterType)),
        ],
        _ => [],
    };

    private static IEnumerable<Type> Enumerations(IEnumerable<Type> types) => types.SelectMany(Parts).Where(type => type.IsEnum);

    /// <summary>A type with the types that it is composed of, without type parameters.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericParameter ? []
        : type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
