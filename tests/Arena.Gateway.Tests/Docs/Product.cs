using System.Reflection;
using Arena.Gateway.Configuration;
using Arena.Grains.Configuration;
using Arena.Hosting.Client;
using Arena.Storage.Configuration;

namespace Arena.Gateway.Tests.Docs;

/// <summary>The assemblies of the product.</summary>
internal static class Product
{
    /// <summary>The assemblies with options and log messages.</summary>
    public static Assembly[] Assemblies { get; } =
        [typeof(GatewayOptions).Assembly, typeof(StorageOptions).Assembly, typeof(GameOptions).Assembly, typeof(SiloFailureNotifier).Assembly];
}
