namespace Arena.Storage.Writing;

/// <summary>A statement of <see cref="IBatchWriter"/>.</summary>
/// <param name="Sql">With parameters <c>$1</c>, <c>$2</c>, ... and no other dollar sign. One of few texts: they are kept prepared.</param>
/// <param name="Values">Theirs.</param>
public sealed record BatchStatement(string Sql, params object[] Values);
