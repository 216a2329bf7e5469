using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace Arena.Hosting.Events;

/// <summary>One entry on its way to those who listen. Its token is its position in the log.</summary>
[GenerateSerializer, Immutable, Alias("arena.EventLogBatch")]
internal sealed class EventLogBatch(SessionEvent entry) : IBatchContainer
{
    [Id(0)]
    public SessionEvent Entry { get; } = entry;

    public StreamId StreamId => EventLogStream.Of(Entry.SessionId);

    public StreamSequenceToken SequenceToken => new EventSequenceTokenV2(Entry.Position);

    public IEnumerable<Tuple<T, StreamSequenceToken>> GetEvents<T>() =>
        Entry is T wanted ? [Tuple.Create(wanted, SequenceToken)] : [];

    public bool ImportRequestContext() => false;
}
