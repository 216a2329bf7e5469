using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Runtime;

/// <summary>Puts a silo together.</summary>
public sealed class GrainEngineBuilder
{
    internal GrainEngineBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the process.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Registers the grain interfaces and grain classes of an assembly.</summary>
    /// <param name="assembly">An assembly built with the generator.</param>
    /// <returns>This builder.</returns>
    public GrainEngineBuilder AddAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        Services.AddSingleton(new GrainAssembly(assembly));
        return this;
    }

    /// <summary>Sets options in code.</summary>
    /// <param name="configure">Sets them.</param>
    /// <returns>This builder.</returns>
    public GrainEngineBuilder Configure(Action<GrainEngineOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Adds a filter of all calls, after those already added.</summary>
    /// <typeparam name="TFilter">The filter; one for the silo.</typeparam>
    /// <returns>This builder.</returns>
    public GrainEngineBuilder AddIncomingGrainCallFilter<TFilter>()
        where TFilter : class, IIncomingGrainCallFilter
    {
        Services.AddSingleton<IIncomingGrainCallFilter, TFilter>();
        return this;
    }

    /// <summary>Adds a storage provider that keeps states in memory.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>This builder.</returns>
    public GrainEngineBuilder AddMemoryGrainStorage(string name)
    {
        Services.AddGrainStorage(name, static (_, _) => new MemoryGrainStorage());
        return this;
    }

    /// <summary>Makes this process part of a cluster. Needs an <see cref="IClusterStore"/> and a transport among the services.</summary>
    /// <param name="configure">Sets options.</param>
    /// <returns>This builder.</returns>
    public GrainEngineBuilder UseCluster(Action<ClusterOptions>? configure = null)
    {
        var options = Services.AddOptions<ClusterOptions>().ValidateOnStart();
        if (configure is not null) options.Configure(configure);
        Services.AddSingleton<IValidateOptions<ClusterOptions>, ClusterOptionsValidator>();
        Services.AddSingleton<ClusterServices>();
        Services.AddSingleton(provider => new SiloLease(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ClusterServices>().Options.LeaseMargin));
        return this;
    }

    /// <summary>Runs turns on another dispatcher than the thread pool.</summary>
    /// <param name="dispatcher">The dispatcher.</param>
    /// <returns>This builder.</returns>
    public GrainEngineBuilder UseTurnDispatcher(ITurnDispatcher dispatcher)
    {
        Services.AddSingleton(dispatcher);
        return this;
    }
}
