using Orleans.Runtime.Messaging;

namespace Arena.Silo;

/// <summary>
/// Says in one way what Orleans says in several: the silo that a call was for cannot be reached at this moment. Whoever calls waits a little
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
