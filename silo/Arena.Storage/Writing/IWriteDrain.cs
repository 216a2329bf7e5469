namespace Arena.Storage.Writing;

/// <summary>A component with writes in flight.</summary>
internal interface IWriteDrain
{
    /// <summary>Accepts no more writes and finishes when those that were accepted are done.</summary>
    Task DrainAsync();
}
