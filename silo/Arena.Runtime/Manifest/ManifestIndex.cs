using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Arena.Runtime;

/// <summary>The manifests of all registered assemblies, checked against each other once, at start.</summary>
internal sealed class ManifestIndex
{
    private readonly FrozenDictionary<Type, GrainInterfaceInfo> _interfaces;
    private readonly FrozenDictionary<string, GrainClassInfo> _classes;
    private readonly FrozenDictionary<Type, GrainClassInfo[]> _implementations;
    private readonly FrozenDictionary<ulong, Func<GrainCall>> _calls;

    public ManifestIndex(IEnumerable<Assembly> assemblies)
    {
        var manifests = assemblies.Distinct().Select(Read).ToArray();
        _interfaces = manifests.SelectMany(manifest => manifest.Interfaces).ToFrozenDictionary(info => info.Type);
        var classes = manifests.SelectMany(manifest => manifest.Classes).ToArray();
        foreach (var same in classes.GroupBy(info => info.GrainType).Where(group => group.Count() > 1))
        {
            throw new GrainEngineConfigurationException(
                $"The grain type \"{same.Key}\" stands for {string.Join(" and ", same.Select(info => info.Type))}. "
                + "Rename one of the classes or give it an [Alias].");
        }

        _classes = classes.ToFrozenDictionary(info => info.GrainType);
        _implementations = classes
            .SelectMany(info => info.Interfaces, (info, type) => (Type: type, Class: info))
            .GroupBy(pair => pair.Type, pair => pair.Class)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _calls = IndexCalls(_interfaces.Values);
    }

    public IEnumerable<GrainClassInfo> Classes => _classes.Values;

    public GrainInterfaceInfo Interface(Type type) => _interfaces.TryGetValue(type, out var info)
        ? info
        : throw new GrainEngineConfigurationException(
            $"{type} has no generated proxy here. It must be a grain or observer interface in an assembly that is built with the generator "
            + "and registered by AddAssembly.");

    public GrainClassInfo Class(string grainType) => _classes.TryGetValue(grainType, out var info)
        ? info
        : throw new GrainEngineConfigurationException(
            $"No registered assembly has a grain class of type \"{grainType}\". Register the assembly of the grains by AddAssembly.");

    public GrainClassInfo Implementation(Type interfaceType, string? classNamePrefix)
    {
        var candidates = _implementations.GetValueOrDefault(interfaceType, []);
        if (candidates.Length == 1 && classNamePrefix is null) return candidates[0];
        var chosen = Array.FindAll(
            candidates,
            info => classNamePrefix is null || info.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal)
                || info.Type.Name.StartsWith(classNamePrefix, StringComparison.Ordinal));
        return chosen.Length == 1
            ? chosen[0]
            : throw new GrainEngineConfigurationException(
                $"{interfaceType} is implemented by {chosen.Length} registered grain classes"
                + (classNamePrefix is null ? "" : $" whose name starts with \"{classNamePrefix}\"")
                + "; it must be exactly one. Register the assembly of the grains by AddAssembly, or pass grainClassNamePrefix.");
    }

    /// <summary>Finds what makes an empty call of a method, by its <see cref="GrainMethod.WireKey"/>.</summary>
    public bool TryGetCall(ulong key, [NotNullWhen(true)] out Func<GrainCall>? create) => _calls.TryGetValue(key, out create);

    private static FrozenDictionary<ulong, Func<GrainCall>> IndexCalls(IEnumerable<GrainInterfaceInfo> interfaces)
    {
        var calls = interfaces.SelectMany(info => info.Calls).Select(create => (create().Method, Create: create)).ToArray();
        foreach (var same in calls.GroupBy(call => call.Method.WireKey).Where(group => group.Count() > 1))
        {
            var names = same.Select(call => $"{call.Method.InterfaceType}.{call.Method.Name}");
            throw new GrainEngineConfigurationException(
                $"The methods {string.Join(" and ", names)} have the same key 0x{same.Key:X16} on the wire. "
                + "Give one of the interfaces or methods an [Alias] of its own.");
        }

        return calls.ToFrozenDictionary(call => call.Method.WireKey, call => call.Create);
    }

    private static GrainManifest Read(Assembly assembly) =>
        assembly.GetCustomAttribute<GrainManifestAttribute>() is { } attribute
            ? (GrainManifest)Activator.CreateInstance(attribute.ManifestType, nonPublic: true)!
            : throw new GrainEngineConfigurationException(
                $"{assembly.GetName().Name} was passed to AddAssembly and has no grain manifest. "
                + "Set UsesGrainEngine in its project, and declare a grain interface or a grain class in it.");
}
