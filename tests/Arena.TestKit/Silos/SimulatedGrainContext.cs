namespace Arena.TestKit.Silos;

/// <summary>What a grain sees of its activation. What Arena's grains make no use of is not there.</summary>
internal abstract class SimulatedGrainContext(SimulatedSilo silo, GrainId grain) : IGrainContext
{
    private readonly Dictionary<Type, object> _components = [];

    public SimulatedSilo Silo => silo;

    public object? GrainInstance { get; protected set; }

    public GrainId GrainId => grain;

    public IServiceProvider ActivationServices => silo.Services;

    public GrainAddress Address => new() { GrainId = grain, SiloAddress = silo.Address };

    public GrainReference GrainReference => throw new NotSupportedException();

    public ActivationId ActivationId => throw new NotSupportedException();

    public IGrainLifecycle ObservableLifecycle => throw new NotSupportedException();

    public IWorkItemScheduler Scheduler => throw new NotSupportedException();

    public abstract Task Deactivated { get; }

    public abstract void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);

    public abstract void Migrate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default);

    public void Activate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public void Rehydrate(IRehydrationContext context) => throw new NotSupportedException();

    public void ReceiveMessage(object message) => throw new NotSupportedException();

    public void SetComponent<TComponent>(TComponent? value)
        where TComponent : class
    {
        if (value is null)
            _components.Remove(typeof(TComponent));
        else
            _components[typeof(TComponent)] = value;
    }

    public TComponent? GetComponent<TComponent>()
        where TComponent : class => (TComponent?)GetComponent(typeof(TComponent));

    public object? GetComponent(Type componentType) => _components.GetValueOrDefault(componentType);

    public TTarget? GetTarget<TTarget>()
        where TTarget : class => GrainInstance as TTarget;

    public object? GetTarget() => GrainInstance;

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);
}
