using Orleans.Runtime.Messaging;

namespace Arena.Hosting.Cluster;

/// <summary>
/// Maps the exceptions by which Orleans reports an unreachable silo to one. The caller waits a little
/// and repeats it.
/// </summary>
internal sealed class UnreachableSilos : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception failed) when (failed is ConnectionFailedException or GatewayTooBusyException
            || (failed is OrleansMessageRejectionException and not SiloUnavailableException))
        {
            throw new SiloUnavailableException(failed.Message, failed);
        }
    }
}
