using System.Reflection;

namespace Arena.TestKit;

/// <summary>The repository that these tests were built from, and the programs that were built with them.</summary>
public static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Metadata("Repository"));

    /// <summary>A path below the root.</summary>
    public static string At(params string[] path) => Path.GetFullPath(Path.Combine([Root, .. path]));

    /// <summary>The assembly of a program, as its project has built it.</summary>
    /// <param name="project">The folder of the project, below the root.</param>
    /// <param name="assembly">The file.</param>
    public static string Program(string project, string assembly) => At(project, "bin", Metadata("Configuration"), "net10.0", assembly);

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
