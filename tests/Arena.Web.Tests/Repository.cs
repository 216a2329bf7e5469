using System.Reflection;

namespace Arena.Web.Tests;

/// <summary>Where things lie in the repository that this program was built from.</summary>
internal static class Repository
{
    private static string Root { get; } = Path.GetFullPath(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Repository").Value!);

    public static string At(params string[] path) => Path.GetFullPath(Path.Combine([Root, .. path]));
}
