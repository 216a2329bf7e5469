using Arena.Game;
using Arena.Gateway.Configuration;
using Arena.Gateway.Play;
using Arena.Grains.Configuration;
using Arena.Hosting;
using Arena.Storage.Configuration;

namespace Arena.Gateway.Tests.Architecture;

/// <summary>Which folder may use which. A folder that needs another one needs a line here, and a reason in the commit that adds it.</summary>
public sealed class FolderTests
{
    private static readonly Dictionary<string, (Folders Folders, Dictionary<string, string[]> Arrows)> Projects = new()
    {
        ["gateway/Arena.Gateway"] = (new("gateway/Arena.Gateway", typeof(GatewayOptions).Assembly), new()
        {
            ["Configuration"] = [],
            ["Http"] = [],
            ["Telemetry"] = [],
            ["Threading"] = [],
            ["Health"] = [],
            ["Refusals"] = ["Telemetry"],
            ["Proxies"] = ["Configuration", "Http", "Refusals"],
            ["Security"] = ["Configuration", "Http", "Proxies", "Refusals", "Telemetry"],
            ["Play"] = ["Configuration", "Http", "Refusals", "Telemetry"],
            ["Authority"] = ["Configuration", "Http", "Play", "Security"],
            ["Mail"] = ["Configuration", "Proxies", "Telemetry"],
            ["Accounts"] = ["Authority", "Configuration", "Http", "Mail", "Play", "Proxies", "Security", "Threading"],
            ["Authors"] = ["Accounts", "Authority", "Http", "Security"],
            ["Quizzes"] = ["Accounts", "Authority", "Configuration", "Http", "Media", "Threading"],
            ["Media"] = ["Authority", "Configuration", "Http", "Threading"],
            ["Sessions"] = ["Accounts", "Authority", "Configuration", "Http", "Play"],
            ["GameResults"] = ["Authority", "Http", "Quizzes"],
            ["Exports"] = ["Accounts", "Authority", "Http", "Quizzes", "Security", "Webhooks"],
            ["Boards"] = ["Accounts", "Authority", "Http", "Play"],
            ["Groups"] = ["Accounts", "Authority", "Boards", "Configuration", "Http", "Mail", "Play"],
            ["Homework"] = ["Authority", "GameResults", "Http", "Play", "Quizzes", "Sessions"],
            ["Profiles"] = ["Accounts", "Authority", "Http", "Play"],
            ["CoAuthors"] = ["Accounts", "Authority", "Http", "Mail", "Quizzes"],
            ["Administration"] = ["Authority", "Http", "Mail", "Refusals"],
            ["Webhooks"] = ["Authority", "Http"],
            ["Startup"] = ["Sessions"],
        }),
        ["grains/Arena.Game"] = (new("grains/Arena.Game", typeof(Decider).Assembly), new()
        {
            ["Vocabulary"] = [],
            ["Names"] = ["Vocabulary"],
            ["Questions"] = ["Names", "Views", "Vocabulary"],
            ["Views"] = ["Vocabulary"],
            ["State"] = ["Questions", "Views", "Vocabulary"],
            ["Events"] = ["Questions", "State", "Views", "Vocabulary"],
            ["Commands"] = ["Events", "Questions", "State", "Vocabulary"],
            ["Rules"] = ["Commands", "Events", "Names", "Questions", "State", "Views", "Vocabulary"],
            ["Results"] = ["Questions", "State", "Views", "Vocabulary"],
            ["Profiles"] = ["Questions", "Results", "Rules", "State", "Views", "Vocabulary"],
        }),
        ["grains/Arena.Grains"] = (new("grains/Arena.Grains", typeof(GameOptions).Assembly), new()
        {
            ["Configuration"] = [],
            ["Ports"] = [],
            ["Telemetry"] = ["Ports"],
            ["Events"] = ["Configuration", "Ports", "Telemetry"],
            ["Names"] = ["Configuration"],
            ["Placement"] = ["Ports"],
            ["Boards"] = ["Placement", "Ports"],
            ["Players"] = ["Configuration", "Placement"],
            ["Session"] = ["Configuration", "Names", "Placement", "Ports", "Telemetry"],
        }),
        ["silo/Arena.Storage"] = (new("silo/Arena.Storage", typeof(StorageOptions).Assembly), new()
        {
            ["Configuration"] = [],
            ["Model"] = [],
            ["Migrations"] = ["Model"],
            ["Keys"] = ["Model"],
            ["Quizzes"] = ["Model"],
            ["Writing"] = ["Configuration"],
            ["Retention"] = ["Model", "Writing"],
            ["Events"] = ["Model", "Quizzes", "Writing"],
            ["Boards"] = ["Events", "Model", "Writing"],
            ["Profiles"] = ["Events", "Model", "Writing"],
            ["Webhooks"] = ["Events", "Model", "Writing"],
            ["Sqlite"] = ["Configuration", "Retention", "Writing"],
            ["Postgres"] = ["Configuration", "Retention", "Writing"],
            ["Orleans"] = ["Sqlite"],
            ["Startup"] = ["Configuration", "Migrations", "Model", "Postgres", "Sqlite", "Writing"],
            ["Verification"] = ["Configuration", "Model", "Startup"],
            ["Copying"] = ["Configuration", "Model", "Postgres", "Sqlite", "Startup"],
        }),
        ["silo/Arena.Hosting"] = (new("silo/Arena.Hosting", typeof(SiloComposition).Assembly), new()
        {
            ["Cluster"] = [],
            ["Hosts"] = [],
            ["GrainStorage"] = [],
            ["Events"] = ["GrainStorage"],
            ["Secrets"] = [],
            ["Webhooks"] = ["Secrets"],
            ["Client"] = ["Cluster", "Hosts"],
            ["Silos"] = ["Cluster", "Events", "GrainStorage", "Hosts", "Webhooks"],
        }),
    };

    public static TheoryData<string> Names => [.. Projects.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_folder_uses_only_the_folders_that_it_may(string project)
    {
        var (folders, arrows) = Projects[project];
        Assert.Empty(folders.Arrows()
            .Where(arrow => arrow.From != Folders.Root && !(arrows.TryGetValue(arrow.From, out var allowed) && allowed.Contains(arrow.To)))
            .Select(arrow => $"{arrow.From} -> {arrow.To}: {arrow.User} uses {arrow.Used}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_arrow_that_is_allowed_is_used(string project)
    {
        var (folders, arrows) = Projects[project];
        var used = folders.Arrows().Select(arrow => (arrow.From, arrow.To)).ToHashSet();
        Assert.Subset(used, arrows.SelectMany(folder => folder.Value.Select(to => (folder.Key, to))).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Folders_form_no_cycle(string project)
    {
        var left = Projects[project].Arrows.ToDictionary();
        while (left.Where(folder => !folder.Value.Any(left.ContainsKey)).Select(folder => folder.Key).ToList() is { Count: > 0 } done)
            done.ForEach(folder => left.Remove(folder));
        Assert.Empty(left.Keys);
    }

    [Fact]
    public void The_hub_and_all_that_it_uses_know_no_database()
    {
        var (folders, arrows) = Projects["gateway/Arena.Gateway"];
        var below = Below("Play", arrows).ToHashSet();
        Assert.Empty(
            from folder in below
            from use in folders.Uses(folder)
            where IsDatabase(use.Used)
            select $"{folder}: {use.User.Name} uses {use.Used.FullName}");
    }

    /// <summary>Of the game, the hub may use what players may see: never its state or its questions, which hold the key.</summary>
    [Fact]
    public void The_hub_cannot_reach_the_key_of_a_question() => Assert.Empty(
        from use in Projects["gateway/Arena.Gateway"].Folders.Uses("Play")
        where use.Used.Assembly == typeof(Decider).Assembly
            && use.Used.Namespace is not ("Arena.Game.Names" or "Arena.Game.Views" or "Arena.Game.Vocabulary")
        select $"{use.User.Name} uses {use.Used.FullName}");

    /// <summary>Otherwise the tests above would find nothing because they see nothing.</summary>
    [Fact]
    public void Uses_in_bodies_of_methods_are_seen()
    {
        var uses = TypeUses.Of(typeof(PlayRegistration));
        Assert.Contains(typeof(GameHub), uses);
        Assert.Contains(typeof(Microsoft.Extensions.Options.IOptions<>), uses);
    }

    private static IEnumerable<string> Below(string folder, Dictionary<string, string[]> arrows) =>
        arrows[folder].SelectMany(next => Below(next, arrows)).Append(folder);

    private static bool IsDatabase(Type type) =>
        type.Assembly == typeof(StorageOptions).Assembly
        || type.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true
        || type.Namespace?.StartsWith("System.Data", StringComparison.Ordinal) == true;
}
