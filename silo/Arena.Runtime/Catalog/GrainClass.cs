using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime;

/// <summary>How grains of one class are made: services by constructor injection, persistent states by attribute.</summary>
internal sealed class GrainClass
{
    // Making one compiles code, which takes longer than all else in the start of a silo; tests start thousands in one process.
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = new();

    private readonly ObjectFactory _factory;
    private readonly IReadOnlyList<Func<Activation, object>> _stateFactories;

    public GrainClass(GrainClassInfo info)
    {
        Info = info;
        MaxLocalWorkers = info.MaxLocalWorkers < 0 ? Environment.ProcessorCount : info.MaxLocalWorkers;
        var constructors = info.Type.GetConstructors();
        if (constructors.Length != 1)
        {
            throw new GrainEngineConfigurationException(
                $"{info.Type} has {constructors.Length} public constructors; a grain class needs exactly one.");
        }

        var states = constructors[0].GetParameters()
            .Select(parameter => (Parameter: parameter, Attribute: parameter.GetCustomAttribute<PersistentStateAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .ToArray();
        _stateFactories = [.. states.Select(pair => StateFactory(info, pair.Parameter, pair.Attribute!))];
        _factory = Factories.GetOrAdd(
            info.Type, type => ActivatorUtilities.CreateFactory(type, [.. states.Select(pair => pair.Parameter.ParameterType)]));
    }

    public GrainClassInfo Info { get; }

    /// <summary>0 unless the grain is a stateless worker.</summary>
    public int MaxLocalWorkers { get; }

    public Grain Create(Activation activation) =>
        (Grain)_factory(activation.ActivationServices, [.. _stateFactories.Select(create => create(activation))]);

    private static Func<Activation, object> StateFactory(GrainClassInfo info, ParameterInfo parameter, PersistentStateAttribute attribute)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new GrainEngineConfigurationException(
                $"The parameter {parameter.Name} of {info.Type} bears [PersistentState] and is a {type}; it must be an IPersistentState<T>.");
        }

        var create = typeof(GrainClass).GetMethod(nameof(CreateState), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments()[0])
            .CreateDelegate<Func<PersistentStateAttribute, Activation, object>>();
        return activation => create(attribute, activation);
    }

    private static PersistentState<TState> CreateState<TState>(PersistentStateAttribute attribute, Activation activation)
    {
        var name = attribute.StorageName ?? GrainStorageServices.DefaultName;
        var storage = activation.ActivationServices.GetKeyedService<IGrainStorage>(name)
            ?? throw new GrainEngineConfigurationException(
                $"{activation.GrainId.Type} keeps its state \"{attribute.StateName}\" in the storage \"{name}\", which is not registered. "
                + "Register an IGrainStorage under that key, for example by AddGrainStorage.");
        var state = new PersistentState<TState>(attribute.StateName, activation.GrainId, storage);
        activation.AddState(state);
        return state;
    }
}
