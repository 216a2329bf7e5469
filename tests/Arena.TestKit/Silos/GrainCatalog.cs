using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;

namespace Arena.TestKit.Silos;

/// <summary>The grain classes, by their interfaces and types.</summary>
internal sealed class GrainCatalog
{
    private const string Suffix = "Grain";

    private readonly Dictionary<Type, GrainType> _typeOfInterface = [];
    private readonly Dictionary<GrainType, Type> _classes = [];

    public GrainCatalog(IEnumerable<Assembly> assemblies)
    {
        foreach (var grain in assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(Grain)) && !type.IsAbstract))
        {
            var type = GrainType.Create(NameOf(grain));
            _classes.Add(type, grain);
            foreach (var contract in grain.GetInterfaces().Where(contract => contract.IsAssignableTo(typeof(IGrainWithStringKey))))
                _typeOfInterface[contract] = type;
        }
    }

    public GrainId IdOf(Type contract, string key) => GrainId.Create(_typeOfInterface[contract], key);

    public bool IsReentrant(GrainId grain) => _classes[grain.Type].IsDefined(typeof(ReentrantAttribute));

    public bool IsStatelessWorker(GrainId grain) => _classes[grain.Type].IsDefined(typeof(StatelessWorkerAttribute));

    /// <summary>Makes an instance, with what its constructor asks for.</summary>
    public Grain Create(SimulatedActivation activation)
    {
        var constructor = _classes[activation.GrainId.Type].GetConstructors().Single();
        return (Grain)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Resolve(parameter, activation))]);
    }

    private static object Resolve(ParameterInfo parameter, SimulatedActivation activation)
    {
        if (parameter.ParameterType == typeof(IGrainContext))
            return activation;
        if (parameter.ParameterType == typeof(IGrainRuntime))
            return activation.Silo.Runtime;
        return parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state
            ? activation.Silo.Cluster.Storage.Open(parameter.ParameterType.GetGenericArguments()[0], state.StateName, activation.GrainId)
            : activation.ActivationServices.GetRequiredService(parameter.ParameterType);
    }

    /// <summary>As Orleans names them.</summary>
    private static string NameOf(Type grain)
    {
        var name = grain.Name.ToLowerInvariant();
        return name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? name[..^Suffix.Length] : name;
    }
}
