using System.Globalization;
using Arena.Gateway.Accounts.Passwords;

namespace Arena.Gateway.Tests.Accounts;

public sealed class BackgroundTests
{
    /// <summary>The 19th field of a thread's line is its niceness (proc(5)).</summary>
    [Fact]
    public async Task Background_work_runs_on_a_thread_that_gives_way_and_no_other_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere .NET sets the priority itself.");
        var before = Niceness();

        var inside = await Background.RunAsync(() => Task.FromResult(Niceness()), TestContext.Current.CancellationToken);

        Assert.Equal((19, before), (inside, Niceness()));
    }

    [Fact]
    public async Task What_the_work_throws_reaches_who_waits_for_it() =>
        await Assert.ThrowsAsync<FormatException>(() => Background.RunAsync<int>(() => throw new FormatException(), TestContext.Current.CancellationToken));

    private static int Niceness() =>
        int.Parse(File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ')[16], CultureInfo.InvariantCulture);
}
