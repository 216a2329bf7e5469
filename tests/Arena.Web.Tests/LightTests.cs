using System.Text.Json;
using Arena.TestKit.Clients;

namespace Arena.Web.Tests;

/// <summary>Nothing else runs beside it: it measures times.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}

/// <summary>What a player's phone has to fetch before it can play: little, and from here alone.</summary>
[Collection(Alone.Name)]
public sealed class LightTests(Chromium chromium) : BrowserTest(chromium)
{
    /// <summary>Compressed JavaScript of the player's route, in bytes.</summary>
    private const int Budget = 90 * 1_024;

    [Fact]
    [Asvs("14.2.3")]
    public async Task The_player_s_page_is_within_its_budget_calls_no_other_server_and_can_be_installed()
    {
        using var http = Fixture.Arena.Http();
        var api = await new ArenaApi(http).SignInAsync();
        var launch = await api.LaunchAsync(await api.CreateQuizAsync(questions: 1), new { questionCount = 1 });
        var player = await Fixture.PlayerAsync();
        List<IResponse> responses = [];
        player.Page.Response += (_, response) => responses.Add(response);
        var cdp = await player.Page.Context.NewCDPSessionAsync(player.Page);
        // A slow phone in a slow network: 1.6 Mbit/s, 150 ms, a quarter of this machine's speed.
        await cdp.SendAsync("Network.enable");
        await cdp.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 150,
            ["downloadThroughput"] = 200_000,
            ["uploadThroughput"] = 94_000,
        });
        await cdp.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });

        await player.FollowLinkAsync(launch.Code);
        await Assertions.Expect(player.At("nickname-input")).ToBeVisibleAsync();

        var own = new Uri(Fixture.Arena.Address.ToString()).Authority;
        Assert.All(responses, response => Assert.Equal(own, new Uri(response.Url).Authority));
        var scripts = responses.Where(response => response.Url.EndsWith(".js", StringComparison.Ordinal)).ToList();
        Assert.All(scripts, script => Assert.Contains(script.Headers["content-encoding"], (string[])["br", "gzip"]));
        var script = await SizeAsync(scripts);
        var all = await SizeAsync(responses);
        var painted = await player.Page.EvaluateAsync<double>(
            "() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
        var usable = await player.Page.EvaluateAsync<double>("() => performance.now()");
        await PrintAsync(FormattableString.Invariant(
            $"player's route: {script / 1024.0:F1} KB of JavaScript in {scripts.Count} files, {all / 1024.0:F1} KB in all; first paint {painted:F0} ms, usable {usable:F0} ms on a throttled phone"));
        Assert.InRange(script, 1, Budget);

        using var manifest = JsonDocument.Parse(await http.GetStringAsync(new Uri("/manifest.webmanifest", UriKind.Relative)));
        foreach (var icon in manifest.RootElement.GetProperty("icons").EnumerateArray())
        {
            using var image = await http.GetAsync(new Uri(icon.GetProperty("src").GetString()!, UriKind.Relative));
            Assert.Equal(icon.GetProperty("type").GetString(), image.Content.Headers.ContentType?.MediaType);
        }
        var errors = await cdp.SendAsync("Page.getInstallabilityErrors");
        Assert.Equal(0, errors!.Value.GetProperty("installabilityErrors").EnumerateArray().Count(IsOurs));
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>That a test's browser is not where applications are installed says nothing about ours.</summary>
    private static bool IsOurs(JsonElement error) => error.GetProperty("errorId").GetString() is not ("in-incognito" or "not-from-secure-origin");

    private static async Task<int> SizeAsync(IEnumerable<IResponse> responses)
    {
        var size = 0;
        foreach (var response in responses)
            size += (await response.Request.SizesAsync()).ResponseBodySize;
        return size;
    }

    private static async Task PrintAsync(string line)
    {
        Console.WriteLine(line);
        await File.WriteAllTextAsync(Screenshots.At("sizes.txt"), line + "\n", TestContext.Current.CancellationToken);
    }
}
