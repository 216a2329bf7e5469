using Arena.Gateway.Tests.Play;

namespace Arena.Gateway.Tests.Contract;

/// <summary>The web client's types are the server's.</summary>
public sealed class WebContractTests
{
    private const string Rewrite = "ARENA_WRITE_CONTRACT";

    private static string Committed { get; } = Repository.At("gateway", "web", "src", "lib", "contract.ts");

    [Fact]
    public async Task The_web_client_s_contract_is_what_the_server_defines()
    {
        await using var arena = new PlayHost();
        _ = arena.Address;
        var defined = WebContract.Write(arena.Services);
        if (Environment.GetEnvironmentVariable(Rewrite) is not null)
            await File.WriteAllTextAsync(Committed, defined, TestContext.Current.CancellationToken);
        var committed = await File.ReadAllTextAsync(Committed, TestContext.Current.CancellationToken);
        Assert.True(
            defined == committed,
            $"gateway/web/src/lib/contract.ts differs from the server's definitions in line {FirstDifference(defined, committed)}. Write it again: "
                + $"{Rewrite}=1 dotnet run -c Release --project tests/Arena.Gateway.Tests -- --filter-class {typeof(WebContractTests).FullName}");
    }

    private static int FirstDifference(string first, string second) =>
        first.Split('\n').Zip(second.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count() + 1;
}
