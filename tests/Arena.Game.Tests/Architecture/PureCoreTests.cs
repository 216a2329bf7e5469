using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Arena.Game.Tests.Architecture;

/// <summary>The compiled core depends on nothing but values, regardless of how the analyzers are configured.</summary>
public sealed class PureCoreTests
{
    private static readonly Assembly Core = typeof(Decider).Assembly;

    [Fact]
    public void The_core_references_the_base_class_library_only()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var referenced = Core.GetReferencedAssemblies();
        Assert.NotEmpty(referenced);
        Assert.All(referenced, name => Assert.Equal(framework, Path.GetDirectoryName(Assembly.Load(name).Location)));
    }

    [Fact]
    public void The_list_of_banned_members_is_not_empty() => Assert.True(Banned().Count > 20);

    [Fact]
    public void Nothing_banned_is_in_the_compiled_core()
    {
        var found = Used();
        found.IntersectWith(Banned());
        Assert.Empty(found);
    }

    [Fact]
    public void The_core_has_no_state_of_its_own() =>
        Assert.Empty(
            from type in Core.GetTypes()
            where !type.Name.Contains('<', StringComparison.Ordinal)
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where field is { IsLiteral: false, IsInitOnly: false }
            select $"{type.Name}.{field.Name}");

    /// <summary>The core's own list, without reasons and parameter lists: one entry bans all overloads.</summary>
    private static SortedSet<string> Banned()
    {
        using var list = new StreamReader(typeof(PureCoreTests).Assembly.GetManifestResourceStream("BannedSymbols.txt")!);
        return new(
            list.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(';')[0].Split('(')[0]),
            StringComparer.Ordinal);
    }

    /// <summary>Every namespace, type and member outside the core that its code names, in the notation of the list.</summary>
    private static SortedSet<string> Used()
    {
        using var file = new PEReader(File.OpenRead(Core.Location));
        var metadata = file.GetMetadataReader();
        SortedSet<string> used = new(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            var space = metadata.GetString(type.Namespace);
            used.Add($"T:{space}.{metadata.GetString(type.Name)}");
            for (var outer = space; outer.Length > 0; outer = outer.Contains('.', StringComparison.Ordinal) ? outer[..outer.LastIndexOf('.')] : "")
                used.Add($"N:{outer}");
        }
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference)
                continue;
            var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            var name = metadata.GetString(member.Name);
            var owner = $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
            used.Add($"M:{owner}.{name}");
            if (name.StartsWith("get_", StringComparison.Ordinal))
                used.Add($"P:{owner}.{name[4..]}");
        }
        return used;
    }
}
