using Microsoft.Extensions.Options;

namespace Arena.Runtime;

/// <summary>What a process needs to be part of a cluster.</summary>
internal sealed class ClusterServices(IClusterStore store, ITransport transport, IOptions<ClusterOptions> options)
{
    public IClusterStore Store => store;

    public ITransport Transport => transport;

    public ClusterOptions Options { get; } = options.Value;
}
