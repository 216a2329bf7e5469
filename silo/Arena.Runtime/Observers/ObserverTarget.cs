namespace Arena.Runtime;

/// <summary>
/// The mailbox of one observer. Pushes run one at a time, in the order in which they were sent, away from the grain that sent them.
/// A push that fails is logged; one that finds the mailbox full, or the observer deleted, is dropped and counted.
/// </summary>
internal sealed class ObserverTarget(GrainId id, IGrainObserver observer, SiloServices services)
    : TurnHost(id, services, services.Options.ObserverMailboxLimit, reentrant: false)
{
    private volatile bool _deleted;

    public override bool IsRetired => _deleted;

    public override object Instance => observer;

    public override IReadOnlyList<IIncomingGrainCallFilter> Filters => [];

    protected override bool IsOpen => true;

    public void Delete() => _deleted = true;

    public override void Accept(Turn turn)
    {
        if (!_deleted)
        {
            base.Accept(turn);
            return;
        }

        Release();
        Services.Metrics.ObserverDrop();
        Services.Logger.ObserverGone(turn.Name, GrainId);
    }
}
