using System.Reflection;
using System.Text.RegularExpressions;

namespace Arena.Gateway.Tests.Architecture;

/// <summary>
/// The folders of a project and the arrows between them. Namespaces follow folders, so an arrow is a use of a type of another namespace in
/// compiled code, or a <c>using</c> line in the source: the compiler leaves no trace of constants and of names in documentation.
/// </summary>
internal sealed partial class Folders(string project, Assembly assembly)
{
    /// <summary>The folder of files that are in none: the project's composition.</summary>
    public const string Root = "";

    private string RootNamespace { get; } = assembly.GetName().Name!;

    /// <summary>The uses of one folder by another, each with the type or file where it is.</summary>
    public IEnumerable<FolderArrow> Arrows() => CompiledArrows().Concat(UsingArrows()).Where(arrow => arrow.From != arrow.To).Distinct();

    /// <summary>What the code of a folder uses, of any assembly.</summary>
    public IEnumerable<(Type User, Type Used)> Uses(string folder) =>
        Types().Where(type => FolderOf(type) == folder).SelectMany(type => TypeUses.Of(type).Select(used => (Outermost(type), used))).Distinct();

    private IEnumerable<FolderArrow> CompiledArrows() =>
        from type in Types()
        from used in TypeUses.Of(type)
        where used.Assembly == assembly && FolderOf(used) is not null
        select new FolderArrow(FolderOf(type)!, FolderOf(used)!, Outermost(type).Name, Outermost(used).Name);

    private IEnumerable<FolderArrow> UsingArrows()
    {
        var root = Path.Combine(Repository.Root, project);
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar);
            if (path[0] is "bin" or "obj")
                continue;
            foreach (var used in Using().Matches(File.ReadAllText(file)).Select(match => match.Groups["namespace"].Value))
            {
                if (FolderOf(used) is { } to)
                    yield return new(path.Length > 1 ? path[0] : Root, to, path[^1], used);
            }
        }
    }

    /// <summary>The project's own types, and what the compiler made of them.</summary>
    private IEnumerable<Type> Types() => assembly.GetTypes().Where(type => FolderOf(type) is not null);

    private string? FolderOf(Type type) => type.Namespace is { } space ? FolderOf(space) : type.Name == nameof(Program) ? Root : null;

    private string? FolderOf(string space) =>
        space == RootNamespace ? Root
        : space.StartsWith(RootNamespace + ".", StringComparison.Ordinal) ? space[(RootNamespace.Length + 1)..].Split('.')[0]
        : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(?<namespace>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
