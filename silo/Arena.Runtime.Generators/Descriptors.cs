using Microsoft.CodeAnalysis;

namespace Arena.Runtime.Generators;

/// <summary>What the generator cannot support, each with the way out.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor ReturnType = Error(
        "ARENA001",
        "A grain method returns a task",
        "'{0}' returns {1}; a grain method returns Task, Task<T>, ValueTask or ValueTask<T>");

    public static readonly DiagnosticDescriptor RefParameter = Error(
        "ARENA002",
        "A grain method takes its parameters by value",
        "'{0}' takes '{1}' by reference, or as a ref struct or pointer; arguments of a call travel by value");

    public static readonly DiagnosticDescriptor Generic = Error(
        "ARENA003",
        "Grain interfaces, methods and classes are not generic",
        "'{0}' is generic or nested in a generic type; use closed types, which may be results and arguments");

    public static readonly DiagnosticDescriptor Member = Error(
        "ARENA004",
        "A grain interface has methods only",
        "'{0}' is not a method; a grain interface has no properties, events or indexers");

    public static readonly DiagnosticDescriptor Accessibility = Error(
        "ARENA005",
        "Grain interfaces and classes are visible within their assembly",
        "'{0}' is not visible to generated code; make it and the types around it internal or public");

    public static readonly DiagnosticDescriptor ObserverWaits = Error(
        "ARENA006",
        "No grain turn waits for an observer",
        "'{0}' would be awaited; a method of an observer returns void, or Task or ValueTask and bears [OneWay]");

    public static readonly DiagnosticDescriptor OneWayResult = Error(
        "ARENA007",
        "A one-way method has no result",
        "'{0}' bears [OneWay] and returns {1}; return Task or ValueTask");

    public static readonly DiagnosticDescriptor SameId = Error(
        "ARENA008",
        "Methods of one interface have different ids",
        "'{0}' has the id {1} of another method of the interface; give one of them an [Id] or [Alias] of its own");

    public static readonly DiagnosticDescriptor Token = Error(
        "ARENA009",
        "A cancellation token comes last, once",
        "'{0}' takes a CancellationToken elsewhere than as its last parameter");

    public static readonly DiagnosticDescriptor Timeout = Error(
        "ARENA010",
        "A response timeout is a time span",
        "'{0}' has the response timeout \"{1}\"; give a time such as 00:00:05");

    public static readonly DiagnosticDescriptor NotSent = Error(
        "ARENA011",
        "Arguments and results can be sent to another process",
        "'{0}' cannot be called from another process: {1}");

    public static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> All = new[]
    {
        ReturnType, RefParameter, Generic, Member, Accessibility, ObserverWaits, OneWayResult, SameId, Token, Timeout, NotSent,
    }.ToDictionary(descriptor => descriptor.Id);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Arena.Runtime", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
