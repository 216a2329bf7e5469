namespace Arena.Silo;

/// <summary>
/// Orleans' distributed grain directory, the only place that names it: it is marked experimental (ORLEANSEXP003). The default directory
/// forgets a part of the registrations when a silo leaves, and sessions on silos that have nothing to do with it lose their activation; the
/// distributed one loses none. Cost: about 50 us more for each activation. The journal's fence stays the guarantee of one owner.
/// </summary>
internal static class DistributedDirectory
{
    public static ISiloBuilder UseDistributedDirectory(this ISiloBuilder silo)
    {
#pragma warning disable ORLEANSEXP003 // The reason is above.
        return silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
    }
}
