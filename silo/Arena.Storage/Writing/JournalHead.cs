namespace Arena.Storage.Writing;

/// <summary>Where a stream stands.</summary>
internal readonly record struct JournalHead(Guid SessionId, long Epoch, long Version);
