namespace Arena.Runtime.Generators;

/// <summary>What a method returns.</summary>
internal enum ReturnShape
{
    Void,
    Task,
    TaskOfResult,
    ValueTask,
    ValueTaskOfResult,
}

/// <summary>One parameter: its type as written in generated code, and how it is sent; the trailing token is not.</summary>
internal sealed record ParameterModel(string Type, string TypeOf, string Name, ValueModel? Value)
{
    public bool IsToken => Value is null;
}

/// <summary>One method of a grain or observer interface.</summary>
internal sealed record MethodModel(
    string DeclaringInterface,
    string Name,
    uint Id,
    ReturnShape Returns,
    string ReturnType,
    string? ResultType,
    ValueModel? Result,
    EquatableArray<ParameterModel> Parameters,
    bool IsOneWay,
    bool IsReadOnly,
    bool IsAlwaysInterleave,
    string? ResponseTimeout);

/// <summary>One grain or observer interface, with all methods that its proxy has.</summary>
internal sealed record InterfaceModel(
    string Type,
    string Name,
    string Identifier,
    EquatableArray<MethodModel> Methods,
    EquatableArray<CodecModel> Codecs,
    EquatableArray<DiagnosticModel> Diagnostics);

/// <summary>One grain class.</summary>
internal sealed record ClassModel(
    string Type,
    string GrainType,
    EquatableArray<string> Interfaces,
    bool IsReentrant,
    int MaxLocalWorkers,
    EquatableArray<DiagnosticModel> Diagnostics);
