using System.CommandLine;
using Arena.Bench;

Option<int> grains = new("--grains") { DefaultValueFactory = _ => 100, Description = "How many grains are called." };
Option<int> callers = new("--callers") { DefaultValueFactory = _ => 100, Description = "How many callers call at once." };
Option<int> calls = new("--calls") { DefaultValueFactory = _ => 200_000, Description = "How many calls a round has." };
Option<int> rounds = new("--rounds") { DefaultValueFactory = _ => 9, Description = "How many rounds are measured, after three that are not." };
Option<int> silos = new("--silos") { DefaultValueFactory = _ => 1, Description = "How many silo processes are called." };

RootCommand command = new("Measures grain calls, Task<string> Say(string), within one process, next to a hand-written channel actor.")
{
    grains, callers, calls, rounds,
};
command.SetAction(parsed => CoHosted.MeasureAsync(
    parsed.GetValue(grains), parsed.GetValue(callers), parsed.GetValue(calls), parsed.GetValue(rounds)));

Command cluster = new("cluster", "Measures the same calls from a client process to silo processes over TCP, with membership on PostgreSQL, next to a bare echo over TCP.")
{
    grains, callers, calls, rounds, silos,
};
cluster.SetAction(parsed => Clustered.MeasureAsync(
    parsed.GetValue(silos), parsed.GetValue(grains), parsed.GetValue(callers), parsed.GetValue(calls), parsed.GetValue(rounds)));
command.Add(cluster);

Argument<string> database = new("database");
Argument<string> key = new("key");
Command serve = new("silo", "A silo of the cluster that is measured, until its standard input ends.") { database, key };
serve.Hidden = true;
serve.SetAction(parsed => ServedSilo.RunAsync(parsed.GetValue(database)!, parsed.GetValue(key)!));
command.Add(serve);
return await command.Parse(args).InvokeAsync();
