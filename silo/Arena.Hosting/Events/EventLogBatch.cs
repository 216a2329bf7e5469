using System.Collections.Immutable;
using Arena.Grains.Ports;
using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace Arena.Hosting.Events;

/// <summary>The events of one session in one page of the log. Its token is the position of the first.</summary>
[GenerateSerializer, Immutable, Alias("arena.EventLogBatch")]
internal sealed class EventLogBatch(ImmutableArray<SessionEvent> events) : IBatchContainer
{
    [Id(0)]
    public ImmutableArray<SessionEvent> Events { get; } = events;

    public StreamId StreamId => EventLogStream.Of(Events[0].SessionId);

    public StreamSequenceToken SequenceToken => new EventSequenceTokenV2(Events[0].Position);

    public IEnumerable<Tuple<T, StreamSequenceToken>> GetEvents<T>()
    {
        foreach (var happened in Events)
        {
            if (happened is T wanted)
                yield return Tuple.Create<T, StreamSequenceToken>(wanted, new EventSequenceTokenV2(happened.Position));
        }
    }

    public bool ImportRequestContext() => false;
}
