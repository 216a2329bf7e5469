using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Arena.Hosting.Silos;

/// <summary>
/// Orleans' distributed grain directory, the only place that names it: it is marked experimental (ORLEANSEXP003). The default directory
/// forgets a part of the registrations when a silo leaves, and sessions on silos that have nothing to do with it lose their activation; the
/// distributed one loses none. Cost: about 50 us more for each activation. The journal's fence stays the guarantee of one owner.
/// </summary>
/// <remarks>
/// After the death of a silo the directory would by default register no grain of its ranges for some 24 s, in case that the dead silo still
/// runs. The fence makes that safe, and players must not wait for it: the hold is off.
/// </remarks>
internal static class DistributedDirectory
{
    /// <summary>Addresses of grains that a silo remembers. The memory is taken at the start: a million, the default, are 19 MB.</summary>
    private const int CacheSize = 100_000;

    public static ISiloBuilder UseDistributedDirectory(this ISiloBuilder silo)
    {
        silo.Services.Configure<GrainDirectoryOptions>(directory =>
            (directory.CacheSize, directory.RangeLeaseDuration) = (CacheSize, TimeSpan.Zero));
#pragma warning disable ORLEANSEXP003 // The reason is above.
        return silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
    }
}
