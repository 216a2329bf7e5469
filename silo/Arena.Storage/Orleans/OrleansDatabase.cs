using System.Data.Common;

namespace Arena.Storage.Orleans;

/// <summary>The database that Orleans' AdoNet providers use: the same one, through the same pool, as the rest of the storage.</summary>
/// <param name="Invariant">Orleans' name for the dialect; it loads the ADO.NET driver of that name.</param>
/// <param name="Source">Opens connections.</param>
public sealed record OrleansDatabase(string Invariant, DbDataSource Source);
