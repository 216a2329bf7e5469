namespace Arena.Runtime;

/// <summary>
/// A grain whose identity is its class and a string. Derive grain interfaces from this one. Their methods return
/// <see cref="Task"/>, <see cref="Task{TResult}"/>, <see cref="ValueTask"/> or <see cref="ValueTask{TResult}"/> and may
/// end with a <see cref="CancellationToken"/>. Arguments and results are passed by reference inside one process and
/// must therefore never be changed after the call. Between processes they are sent, and so must be of types that can be: numbers, enums,
/// strings, bytes, Guids and times, references to grains and observers, types with <see cref="GenerateSerializerAttribute"/>, and tuples,
/// arrays, lists and dictionaries of these. Anything else is an error of the build.
/// </summary>
public interface IGrainWithStringKey : IGrain;
