using System.Globalization;
using Arena.Gateway.Threading;

namespace Arena.Gateway.Tests.Accounts;

public sealed class BackgroundTests
{
    /// <summary>The pool would start its next thread from there, which would be as nice as this one for the rest of its life.</summary>
    [Fact]
    public async Task Background_work_gives_way_and_nothing_that_follows_it_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere .NET sets the priority itself.");

        var inside = 0;
        var follows = await Background
            .RunAsync(() => Task.FromResult(inside = Niceness("thread-self")))
            .ContinueWith(_ => Niceness("thread-self"), TestContext.Current.CancellationToken, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        Assert.Equal((19, Niceness("self")), (inside, follows));
    }

    [Fact]
    public async Task An_exception_of_background_work_reaches_its_caller() =>
        await Assert.ThrowsAsync<FormatException>(() => Background.RunAsync<int>(() => throw new FormatException()));

    /// <summary>The 19th field of a thread's line is its niceness (proc(5)).</summary>
    private static int Niceness(string thread) =>
        int.Parse(File.ReadAllText($"/proc/{thread}/stat").Split(") ")[^1].Split(' ')[16], CultureInfo.InvariantCulture);
}
