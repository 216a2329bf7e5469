namespace Arena.Storage.Retention;

/// <summary>Runs the statements of the retention, each a transaction, in turn with the games' writes.</summary>
internal interface IRetentionStatements
{
    /// <param name="sql">With parameters <c>$1</c>, <c>$2</c>, ...</param>
    /// <param name="values">Theirs.</param>
    /// <returns>How many rows it changed.</returns>
    Task<int> ExecuteAsync(string sql, params object[] values);
}
