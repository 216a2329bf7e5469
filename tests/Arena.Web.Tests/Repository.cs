using System.Reflection;

namespace Arena.Web.Tests;

/// <summary>Where things lie in the repository that this program was built from.</summary>
internal static class Repository
{
    private static string Root { get; } = Told("Repository");

    /// <summary>The program <c>arena</c> of operators, as it was built with this one.</summary>
    public static string OperatorProgram { get; } = Told("OperatorProgram");

    public static string At(params string[] path) => Path.GetFullPath(Path.Combine([Root, .. path]));

    private static string Told(string key) => Path.GetFullPath(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!);
}
