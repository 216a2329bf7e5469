using System.CommandLine;
using Arena.Bench;

RootCommand command = new("Measures grain calls, Task<string> Say(string), within one process, next to a hand-written channel actor.")
{
    BenchOptions.Grains, BenchOptions.Callers, BenchOptions.Calls, BenchOptions.Rounds,
};
command.SetAction(parsed => CoHosted.MeasureAsync(
    parsed.GetValue(BenchOptions.Grains), parsed.GetValue(BenchOptions.Callers), parsed.GetValue(BenchOptions.Calls),
    parsed.GetValue(BenchOptions.Rounds)));
command.Add(Cluster());
command.Add(Silo());
return await command.Parse(args).InvokeAsync();

static Command Cluster()
{
    Option<int> silos = new("--silos") { DefaultValueFactory = _ => 1, Description = "How many silo processes are called." };
    Command cluster = new("cluster", "Measures the same calls from a client process to silo processes over TCP, next to a bare echo over TCP.")
    {
        BenchOptions.Grains, BenchOptions.Callers, BenchOptions.Calls, BenchOptions.Rounds, silos,
    };
    cluster.SetAction(parsed => Clustered.MeasureAsync(
        parsed.GetValue(silos), parsed.GetValue(BenchOptions.Grains), parsed.GetValue(BenchOptions.Callers),
        parsed.GetValue(BenchOptions.Calls), parsed.GetValue(BenchOptions.Rounds)));
    return cluster;
}

static Command Silo()
{
    Argument<string> membership = new("membership");
    Command silo = new("silo", "A silo of the cluster that is measured, until its standard input ends.") { membership };
    silo.Hidden = true;
    silo.SetAction(parsed => ServedSilo.RunAsync(parsed.GetValue(membership)!));
    return silo;
}
