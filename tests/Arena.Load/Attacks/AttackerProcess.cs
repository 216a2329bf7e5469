using System.Diagnostics;

namespace Arena.Load.Attacks;

/// <summary>
/// The attacker in a process of its own. It stands for another machine: it takes the processor time that the server and the players leave, and
/// shares no heap and no threads with the players, whose waits are measured.
/// </summary>
internal sealed class AttackerProcess : IAsyncDisposable
{
    private const string Ready = "ready";
    private const string Niceness = "10";

    private readonly Process _process;

    private AttackerProcess(Process process) => _process = process;

    /// <summary>Returns when the attack has begun.</summary>
    public static async Task<AttackerProcess> StartAsync(Attack attack, AttackTarget target)
    {
        var start = new ProcessStartInfo("nice") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-n", Niceness, "dotnet", typeof(AttackerProcess).Assembly.Location, "attacker", attack.Name, target.Server.ToString(), target.Code])
            start.ArgumentList.Add(argument);
        var process = new AttackerProcess(Process.Start(start)!);
        if (await process._process.StandardOutput.ReadLineAsync() == Ready)
            return process;
        await process.DisposeAsync();
        throw new InvalidOperationException($"The attacker did not begin: {attack.Name}");
    }

    /// <summary>The process: attacks until its standard input ends or says so.</summary>
    public static async Task RunAsync(string name, AttackTarget target)
    {
        using var stop = new CancellationTokenSource();
        var attack = Attacks.All.Single(attack => attack.Name == name);
        var attacking = attack.RunAsync(target, () => Console.WriteLine(Ready), stop.Token);
        if (await Task.WhenAny(attacking, Console.In.ReadLineAsync()) != attacking)
            await stop.CancelAsync();
        Console.WriteLine((await attacking).ToJson());
    }

    /// <summary>What the attacker itself has used of the machine's processors.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Ends the attack.</summary>
    /// <returns>What came back.</returns>
    public async Task<AttackCounters> StopAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        return AttackCounters.Parse(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The attacker broke off."));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
