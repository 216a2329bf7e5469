using Arena.Runtime.TestingHost;

namespace Arena.Engine;

internal sealed partial class EngineCluster
{
    static partial void AddOwnGrains(TestClusterBuilder builder) => builder.AddAssembly(typeof(EngineCluster).Assembly);
}
