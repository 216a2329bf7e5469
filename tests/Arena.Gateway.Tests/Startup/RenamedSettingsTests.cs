using Arena.Gateway.Configuration;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Startup;

public sealed class RenamedSettingsTests
{
    [Fact]
    public async Task An_old_key_still_counts_and_a_warning_names_the_new_one()
    {
        using var log = new LogDump();
        await using var arena = new PlayHost(new() { ["Arena:Gateway:ComingsAtOnce"] = "7" }) { Log = log };
        Assert.Equal(7, arena.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.MaxConcurrentJoins);
        Assert.Contains("The setting Arena:Gateway:ComingsAtOnce is called Arena:Gateway:MaxConcurrentJoins now.", $"{log}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_new_key_counts_when_both_are_set()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:ProbeMs"] = "2000", ["Arena:Gateway:PingIntervalMs"] = "3000" });
        Assert.Equal(3000, arena.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.PingIntervalMs);
    }
}
