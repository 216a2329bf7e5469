using Microsoft.Extensions.Logging;
using Orleans.Runtime.Services;
using Orleans.Services;

namespace Arena.Silo;

/// <summary>Where a silo tells each other one that it is about to stop.</summary>
[Alias("arena.ISiloNotices")]
internal interface ISiloNotices : IGrainService
{
    /// <summary>From now on nothing is placed there.</summary>
    [Alias("Departing")]
    Task Departing(SiloAddress silo);
}

/// <summary>The ear of one silo.</summary>
internal sealed class SiloNotices(GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, DepartingSilos departing)
    : GrainService(id, silo, loggers), ISiloNotices
{
    public Task Departing(SiloAddress silo)
    {
        departing.Add(silo);
        return Task.CompletedTask;
    }
}

/// <summary>The way to the ears of the other silos.</summary>
internal sealed class SiloNoticesClient(IServiceProvider services) : GrainServiceClient<ISiloNotices>(services)
{
    public ISiloNotices Of(SiloAddress silo) => GetGrainService(silo);
}
